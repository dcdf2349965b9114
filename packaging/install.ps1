# What run.ps1 and test.ps1 share: bring .venv and the package up to date.
#
#   Install-Pult -House FOLDER -Level run|test
#
# Quick when nothing changed: one checksum against the stamp in .venv, no pip.
# A failure is one line on the error stream and exit 1. The tools' own words go to a log.

function Stop-Pult([string] $Text) {
    [Console]::Error.WriteLine("pult: $Text")
    exit 1
}

function Write-Step([string] $Text) { [Console]::Error.WriteLine("pult: $Text") }

function Get-Stamp([string] $House, [string] $Level) {
    $sums = foreach ($name in 'pyproject.toml', 'packaging\install.ps1') {
        (Get-FileHash -Algorithm SHA256 -LiteralPath (Join-Path $House $name)).Hash
    }
    return "$Level|$House|$($sums -join '')"
}

function Read-Stamp([string] $House) {
    $file = Join-Path $House '.venv\pult-stamp'
    if (Test-Path -LiteralPath $file) {
        return (Get-Content -Raw -Encoding UTF8 -LiteralPath $file).Trim()
    }
    return ''
}

function Test-Installed([string] $House, [string] $Level) {
    if (-not (Test-Path -LiteralPath (Join-Path $House '.venv\Scripts\python.exe'))) { return $false }
    $stamp = Read-Stamp $House
    if ($stamp -eq (Get-Stamp $House 'test')) { return $true }
    return ($Level -eq 'run') -and ($stamp -eq (Get-Stamp $House 'run'))
}

# Runs a program; its words go to the log, its exit code decides. Windows PowerShell would take
# each line on a program's error stream for an error of the script, so that is switched off here.
function Invoke-Quietly([string] $Program, [string[]] $Arguments, [string] $Log) {
    $ErrorActionPreference = 'Continue'
    & $Program @Arguments *>> $Log
    return $LASTEXITCODE -eq 0
}

$suitable = 'import sys, venv, ensurepip; ok = sys.version_info[:2] >= (3, 11) and ' +
    'sys.version_info.releaselevel == ''final''; print(sys.executable) if ok else sys.exit(1)'

# The newest released Python from 3.11 on: what the py launcher has, else python on PATH.
function Find-Python {
    $ErrorActionPreference = 'Continue'
    # What is only looked for is not to be installed by the launcher (Python install manager).
    $env:PYTHON_MANAGER_AUTOMATIC_INSTALL = 'false'
    $tries = @()
    if (Get-Command py -ErrorAction SilentlyContinue) {
        foreach ($minor in 30..11) { $tries += , @('py', "-3.$minor") }
    }
    foreach ($name in 'python', 'python3') {
        if (Get-Command $name -ErrorAction SilentlyContinue) { $tries += , @($name) }
    }
    foreach ($try in $tries) {
        $rest = @($try | Select-Object -Skip 1)
        $found = & $try[0] @rest -c $suitable 2>$null
        if ($LASTEXITCODE -eq 0 -and $found) { return [string] $found }
    }
    return ''
}

# Can what lies in .venv be kept? Not after an install that was broken off, not when the folder
# came from elsewhere, not without a working Python.
function Test-Venv([string] $House, [string] $Log) {
    $python = Join-Path $House '.venv\Scripts\python.exe'
    if (Test-Path -LiteralPath (Join-Path $House '.venv\pult-installing')) { return $false }
    $stamp = Read-Stamp $House
    if ($stamp -and -not $stamp.Contains("|$House|")) { return $false }
    if (-not (Test-Path -LiteralPath $python)) { return $false }
    return (Invoke-Quietly $python @('-c', $suitable) $Log) -and
        (Invoke-Quietly $python @('-m', 'pip', '--version') $Log)
}

function New-Venv([string] $House, [string] $Log) {
    $python = Find-Python
    if (-not $python) {
        Stop-Pult 'Python 3.11 or newer is needed; get it from python.org or: winget install Python.Python.3.13'
    }
    Write-Step "making .venv with $python"
    $venv = Join-Path $House '.venv'
    if (Test-Path -LiteralPath $venv) { Remove-Item -Recurse -Force -LiteralPath $venv }
    New-Item -ItemType Directory -Path $venv | Out-Null
    New-Item -ItemType File -Path (Join-Path $venv 'pult-installing') | Out-Null
    if (-not (Invoke-Quietly $python @('-m', 'venv', $venv) $Log)) {
        Stop-Pult "$python could not make a virtual environment, see $Log"
    }
}

function Install-Package([string] $House, [string] $Level, [string] $Log) {
    $venv = Join-Path $House '.venv'
    $what = if ($Level -eq 'test') { '.[dev]' } else { '.' }
    Write-Step 'installing Python packages, about 300 MB at the first time'
    New-Item -ItemType File -Force -Path (Join-Path $venv 'pult-installing') | Out-Null
    Remove-Item -Force -ErrorAction SilentlyContinue -LiteralPath (Join-Path $venv 'pult-stamp')
    $pip = @('-m', 'pip', 'install', '--disable-pip-version-check', '--retries', '2', '-e', $what)
    Push-Location -LiteralPath $House
    try { $done = Invoke-Quietly (Join-Path $venv 'Scripts\python.exe') $pip $Log }
    finally { Pop-Location }
    if (-not $done) {
        $offline = 'getaddrinfo failed|name resolution|unreachable|refused|timed out|NewConnectionError'
        if (Select-String -Quiet -LiteralPath $Log -Pattern $offline) {
            Stop-Pult 'no network: could not fetch the Python packages'
        }
        Stop-Pult "could not install the Python packages, see $Log"
    }
    Set-Content -LiteralPath (Join-Path $venv 'pult-stamp') -Encoding UTF8 `
        -Value (Get-Stamp $House $Level)
    Remove-Item -Force -LiteralPath (Join-Path $venv 'pult-installing')
}

function Install-Pult([string] $House, [string] $Level) {
    if (Test-Installed $House $Level) { return }
    $log = Join-Path ([IO.Path]::GetTempPath()) "pult-install-$PID.log"
    if (-not (Test-Venv $House $log)) { New-Venv $House $log }
    Install-Package $House $Level $log
    Remove-Item -Force -ErrorAction SilentlyContinue -LiteralPath $log
}
