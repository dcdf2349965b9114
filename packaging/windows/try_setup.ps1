# Try the setup in dist on a real Windows, as an administrator: install, start, remove, keep the data.
#   powershell -ExecutionPolicy Bypass -File packaging\windows\try_setup.ps1
$ErrorActionPreference = 'Stop'
$house = Split-Path -Parent (Split-Path -Parent $PSScriptRoot)
$setup = @(Get-ChildItem (Join-Path $house 'dist\pult-*-setup.exe'))
if ($setup.Count -ne 1) { throw "dist has $($setup.Count) setups, not one" }
$program = Join-Path $env:ProgramFiles 'Pult\pult.exe'
$windowed = Join-Path $env:ProgramFiles 'Pult\pultw.exe'
$data = Join-Path $env:LOCALAPPDATA 'pult'
$rule = 'Pult callbacks'

function Assert-That([string] $What, [bool] $Holds) {
    if (-not $Holds) { throw "FAILED  $What" }
    Write-Host "ok      $What"
}

# Runs a program to its end; gives its exit code.
function Invoke-Program([string] $Path, [string[]] $Arguments) {
    $process = Start-Process -FilePath $Path -ArgumentList $Arguments -PassThru -NoNewWindow
    $null = $process.Handle # without it the exit code is lost
    if (-not $process.WaitForExit(300000)) { throw "$Path does not end" }
    return $process.ExitCode
}

function Test-Rule { return [bool](Get-NetFirewallRule -DisplayName $rule -ErrorAction SilentlyContinue) }

$code = Invoke-Program $setup[0].FullName @('/VERYSILENT', '/SUPPRESSMSGBOXES', '/NORESTART', '/LANG=hu',
    '/TASKS=autostart,firewall', '/CALLBACKPORT=8790')
Assert-That 'the setup installs' ($code -eq 0)
Assert-That 'the firewall has its rule' (Test-Rule)
$run = Get-ItemProperty 'HKLM:\Software\Microsoft\Windows\CurrentVersion\Run'
Assert-That 'it starts at each log-on' ($run.Pult -like '*pultw.exe" watchdog')
Assert-That 'pult --version' ((& $program --version) -match '^pult \d+\.\d+\.\d+$')
& $program check | Out-Host
Assert-That 'pult check' ($LASTEXITCODE -eq 0)
$facts = (Get-Item $program).VersionInfo
Assert-That 'its properties name it' ($facts.ProductName -eq 'Pult')

$window = Start-Process -FilePath $windowed -PassThru
$null = $window.Handle
$store = Join-Path $data 'pult.sqlite3'
foreach ($try in 1..120) {
    if ((Test-Path $store) -or $window.HasExited) { break }
    Start-Sleep -Milliseconds 500
}
Assert-That 'the window opens its store' ((Test-Path $store) -and -not $window.HasExited)
foreach ($try in 1..60) {
    & $program close | Out-Host
    if ($window.HasExited) { break }
    Start-Sleep -Milliseconds 500
}
Assert-That 'pult close ends it in order' ($window.HasExited -and $window.ExitCode -eq 0)

$demo = Start-Process -FilePath $windowed -ArgumentList '--demo' -PassThru
$null = $demo.Handle
Start-Sleep -Seconds 15
Assert-That 'the demo runs' (-not $demo.HasExited)
# Without /F it asks each window of the demo to close.
taskkill /PID $demo.Id | Out-Host
Assert-That 'the demo ends' ($demo.WaitForExit(20000) -and $demo.ExitCode -eq 0)

$null = Invoke-Program (Join-Path $env:ProgramFiles 'Pult\unins000.exe') @('/VERYSILENT', '/SUPPRESSMSGBOXES')
foreach ($try in 1..60) {
    if (-not (Test-Path $program)) { break }
    Start-Sleep -Milliseconds 500
}
Assert-That 'the program is gone' (-not (Test-Path $program))
Assert-That 'the rule is gone' (-not (Test-Rule))
Assert-That 'the orders stay' (Test-Path $store)
exit 0
