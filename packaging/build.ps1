# Build the program for machines without Python:
#   powershell -ExecutionPolicy Bypass -File packaging\build.ps1
# What comes out is the folder dist\pult; installer.iss makes a setup of it.
$ErrorActionPreference = 'Stop'
$house = Split-Path -Parent $PSScriptRoot
. (Join-Path $PSScriptRoot 'install.ps1')

Install-Pult -House $house -Level 'run'
$ErrorActionPreference = 'Continue'
$python = Join-Path $house '.venv\Scripts\python.exe'

# Runs one step of the build; the first that fails ends it.
function Invoke-Step([string] $Failure, [string[]] $Arguments) {
    & $python @Arguments | Out-Host
    if ($LASTEXITCODE -ne 0) { Stop-Pult $Failure }
}

Push-Location -LiteralPath $house
try {
    Invoke-Step 'could not install what builds the program' @(
        '-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '-e', '.[build]')
    foreach ($old in 'build\pult', 'dist\pult') {
        if (Test-Path -LiteralPath $old) { Remove-Item -Recurse -Force -LiteralPath $old }
    }
    Invoke-Step 'the program could not be built' @(
        '-m', 'PyInstaller', '--noconfirm', '--log-level', 'ERROR', '--distpath', 'dist',
        '--workpath', 'build', 'packaging/pult.spec')
    Invoke-Step 'the program is not as it should be' @('packaging/size_report.py', 'dist/pult')
    Invoke-Step 'the program does not work' @('packaging/try_build.py', 'dist/pult/pult.exe')
}
finally { Pop-Location }
Write-Step 'built: dist\pult'
exit 0
