# Set up what is missing, then check everything:
#   powershell -ExecutionPolicy Bypass -File packaging\test.ps1 [arguments of pytest]
$ErrorActionPreference = 'Stop'
$house = Split-Path -Parent $PSScriptRoot
. (Join-Path $PSScriptRoot 'install.ps1')

Install-Pult -House $house -Level 'test'
$ErrorActionPreference = 'Continue'
$scripts = Join-Path $house '.venv\Scripts'
$python = Join-Path $scripts 'python.exe'
$failed = @()

# Runs one check; all of them run, also past one that fails.
function Invoke-Check([string] $Name, [string] $Program, [string[]] $Arguments) {
    Write-Host "`n== $Name"
    & $Program @Arguments | Out-Host
    if ($LASTEXITCODE -ne 0) { $script:failed += $Name }
}

Push-Location -LiteralPath $house
try {
    Invoke-Check 'ruff format' $python @('-m', 'ruff', 'format', '--check')
    Invoke-Check 'ruff check' $python @('-m', 'ruff', 'check')
    Invoke-Check 'mypy' $python @('-m', 'mypy', 'app')
    Invoke-Check 'lint-imports' (Join-Path $scripts 'lint-imports.exe') @()
    Invoke-Check 'pytest' $python (@('-m', 'pytest') + $args)
}
finally { Pop-Location }

if ($failed.Count -ne 0) {
    [Console]::Error.WriteLine("pult: failed: $($failed -join ', ')")
    exit 1
}
exit 0
