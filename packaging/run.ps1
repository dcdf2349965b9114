# Set up what is missing, then start Pult:
#   powershell -ExecutionPolicy Bypass -File packaging\run.ps1 [arguments of pult]
$ErrorActionPreference = 'Stop'
$house = Split-Path -Parent $PSScriptRoot
. (Join-Path $PSScriptRoot 'install.ps1')

Install-Pult -House $house -Level 'run'
$ErrorActionPreference = 'Continue'
# -P: a folder called app where the user stands is not the program.
& (Join-Path $house '.venv\Scripts\python.exe') -P -m app @args
exit $LASTEXITCODE
