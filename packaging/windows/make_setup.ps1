# Make the setup of the built program (packaging\build.ps1):
#   powershell -ExecutionPolicy Bypass -File packaging\windows\make_setup.ps1
# What comes out is dist\pult-VERSION-setup.exe. Inno Setup comes as an npm package, so Node.js is needed.
$ErrorActionPreference = 'Stop'
$house = Split-Path -Parent (Split-Path -Parent $PSScriptRoot)
$kept = Join-Path $house 'build\inno'
$inno = 'innosetup-compiler@6.3.1'

function Stop-Setup([string] $Text) {
    [Console]::Error.WriteLine("pult: $Text")
    exit 1
}

if (-not (Test-Path -LiteralPath (Join-Path $house 'dist\pult\pult.exe'))) {
    Stop-Setup 'there is no dist\pult yet: packaging\build.ps1'
}
if (-not (Get-Command npm.cmd -ErrorAction SilentlyContinue)) {
    Stop-Setup 'npm is needed; get Node.js from nodejs.org or: winget install OpenJS.NodeJS.LTS'
}
$ErrorActionPreference = 'Continue'
& npm.cmd install --silent --no-save --ignore-scripts --prefix $kept $inno | Out-Host
if ($LASTEXITCODE -ne 0) { Stop-Setup "could not fetch $inno" }
& (Join-Path $kept 'node_modules\innosetup-compiler\bin\ISCC.exe') /Q (Join-Path $house 'installer.iss') | Out-Host
if ($LASTEXITCODE -ne 0) { Stop-Setup 'the setup could not be made' }
[Console]::Error.WriteLine('pult: made: dist\pult-*-setup.exe')
exit 0
