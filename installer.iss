; The setup for Windows. Build the program first (packaging\build.ps1), then:
;   iscc installer.iss        makes dist\pult-VERSION-setup.exe
; Silent: /VERYSILENT /LANG=hu /TASKS=desktopicon,autostart,firewall /CALLBACKPORT=8787

#ifndef Payload
  #define Payload "dist\pult"
#endif
#ifndef PultVersion
  #define PultVersion GetStringFileInfo(Payload + "\pult.exe", "ProductVersion")
#endif
#ifndef Icon
  #define Icon "build\pult\pult.ico"
#endif
#ifndef Packing
  #define Packing "lzma2/max"
#endif
; app/bootstrap/instance.py makes it, for as long as a Pult runs.
#define RunningMark "Global\Pult"
#define FirewallRule "Pult callbacks"
#define RunKey "Software\Microsoft\Windows\CurrentVersion\Run"

[Setup]
AppId={{6B1B43B4-7E0C-4C53-9B39-2F1D0C7E51A8}
AppName=Pult
AppVersion={#PultVersion}
AppVerName=Pult {#PultVersion}
AppPublisher=Pult contributors
VersionInfoVersion={#PultVersion}
DefaultDirName={autopf}\Pult
DefaultGroupName=Pult
DisableProgramGroupPage=yes
DisableDirPage=auto
PrivilegesRequired=admin
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0
LicenseFile=LICENSE
SetupIconFile={#Icon}
WizardSmallImageFile={#ExtractFileDir(Icon)}\pult.bmp
UninstallDisplayIcon={app}\pult.exe
UninstallDisplayName=Pult
WizardStyle=modern
Compression={#Packing}
SolidCompression=yes
OutputDir=dist
OutputBaseFilename=pult-{#PultVersion}-setup
; Pult is asked to end by its own command, see PrepareToInstall.
CloseApplications=no
SetupLogging=yes
ShowLanguageDialog=auto

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "hu"; MessagesFile: "compiler:Languages\Hungarian.isl"
Name: "es"; MessagesFile: "compiler:Languages\Spanish.isl"
Name: "de"; MessagesFile: "compiler:Languages\German.isl"

#include "packaging\windows\setup_texts.iss"

[Tasks]
Name: "desktopicon"; Description: "{cm:DesktopTask}"
Name: "autostart"; Description: "{cm:AutostartTask}"; Flags: unchecked
Name: "firewall"; Description: "{cm:FirewallTask}"; Flags: unchecked

[InstallDelete]
; A module that the new version no longer has must not be found beside its own.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "{#Payload}\*"; DestDir: "{app}"; Flags: recursesubdirs createallsubdirs ignoreversion
Source: "LICENSE"; DestDir: "{app}"; Flags: ignoreversion
Source: "README.md"; DestDir: "{app}"; DestName: "README.txt"; Flags: ignoreversion

[Icons]
Name: "{autoprograms}\Pult"; Filename: "{app}\pultw.exe"
Name: "{autodesktop}\Pult"; Filename: "{app}\pultw.exe"; Tasks: desktopicon

[Registry]
Root: HKLM; Subkey: "{#RunKey}"; ValueType: string; ValueName: "Pult"; ValueData: """{app}\pultw.exe"" watchdog"; Flags: uninsdeletevalue; Tasks: autostart
Root: HKLM; Subkey: "{#RunKey}"; ValueName: "Pult"; Flags: deletevalue; Tasks: not autostart

[Run]
Filename: "{sys}\netsh.exe"; Parameters: "advfirewall firewall delete rule name=""{#FirewallRule}"""; Flags: runhidden; Check: RuleIsThere
Filename: "{sys}\netsh.exe"; Parameters: "advfirewall firewall add rule name=""{#FirewallRule}"" dir=in action=allow protocol=TCP localport={code:CallbackPort} program=""{app}\pultw.exe"" profile=private,domain"; Flags: runhidden; Tasks: firewall
Filename: "{sys}\netsh.exe"; Parameters: "advfirewall firewall add rule name=""{#FirewallRule}"" dir=in action=allow protocol=TCP localport={code:CallbackPort} program=""{app}\pult.exe"" profile=private,domain"; Flags: runhidden; Tasks: firewall
Filename: "{app}\pultw.exe"; Parameters: "{code:StartAgain}"; Flags: nowait runasoriginaluser; Check: HasClosedPult
Filename: "{app}\pultw.exe"; Description: "{cm:StartTask}"; Flags: nowait postinstall skipifsilent runasoriginaluser; Check: not HasClosedPult

[UninstallRun]
Filename: "{sys}\netsh.exe"; Parameters: "advfirewall firewall delete rule name=""{#FirewallRule}"""; Flags: runhidden; RunOnceId: "FirewallRule"; Tasks: firewall

[Code]
const
  RunningMark = '{#RunningMark}';
  EndSeconds = 15;
  LowestPort = 1;
  HighestPort = 65535;
  UsualPort = '8787';
  Profiles = 'SOFTWARE\Microsoft\Windows NT\CurrentVersion\ProfileList';

var
  PortPage: TInputQueryWizardPage;
  KioskPage: TOutputMsgMemoWizardPage;
  ClosedPult: Boolean;
  HadRule: Boolean; { before this setup; at [Run] its own choice is on record already }

{ ------------------------------------------------------------------ the pages }

function CallbackPort(Unused: String): String;
begin
  Result := Trim(PortPage.Values[0]);
end;

function IsPort(Text: String): Boolean;
var
  Port: Integer;
begin
  Port := StrToIntDef(Text, 0);
  Result := (Port >= LowestPort) and (Port <= HighestPort);
end;

procedure InitializeWizard;
begin
  HadRule := GetPreviousData('FirewallRule', 'no') = 'yes';
  PortPage := CreateInputQueryPage(wpSelectTasks, CustomMessage('PortTitle'),
    CustomMessage('PortHead'), CustomMessage('PortText'));
  PortPage.Add(CustomMessage('PortLabel'), False);
  PortPage.Values[0] := ExpandConstant('{param:CALLBACKPORT|' +
    GetPreviousData('CallbackPort', UsualPort) + '}');
  KioskPage := CreateOutputMsgMemoPage(PortPage.ID, CustomMessage('KioskTitle'),
    CustomMessage('KioskHead'), '', '');
  { Not above, where it would lose the letters that this Windows' own code page lacks. }
  KioskPage.RichEditViewer.Text := CustomMessage('KioskText');
end;

procedure RegisterPreviousData(PreviousDataKey: Integer);
begin
  SetPreviousData(PreviousDataKey, 'CallbackPort', CallbackPort(''));
  if WizardIsTaskSelected('firewall') then
    SetPreviousData(PreviousDataKey, 'FirewallRule', 'yes')
  else
    SetPreviousData(PreviousDataKey, 'FirewallRule', 'no');
end;

function RuleIsThere: Boolean;
begin
  Result := HadRule;
end;

function ShouldSkipPage(PageID: Integer): Boolean;
begin
  Result := ((PageID = PortPage.ID) and not WizardIsTaskSelected('firewall')) or
    ((PageID = KioskPage.ID) and not WizardIsTaskSelected('autostart'));
end;

function NextButtonClick(CurPageID: Integer): Boolean;
begin
  Result := (CurPageID <> PortPage.ID) or IsPort(CallbackPort(''));
  if not Result then
    SuppressibleMsgBox(CustomMessage('PortWrong'), mbError, MB_OK, IDOK);
end;

{ --------------------------------------------------- a Pult that runs ends first }

function HasEnded: Boolean;
var
  Tries: Integer;
begin
  for Tries := 1 to EndSeconds * 4 do
  begin
    if not CheckForMutexes(RunningMark) then
      break;
    Sleep(250);
  end;
  Result := not CheckForMutexes(RunningMark);
end;

{ The till's own user is asked, who may be another than the administrator who installs. }
function PrepareToInstall(var NeedsRestart: Boolean): String;
var
  Code: Integer;
begin
  Result := '';
  if CheckForMutexes(RunningMark) then
  begin
    Log('Pult runs, and is asked to end.');
    ClosedPult := True;
    if not ExecAsOriginalUser(ExpandConstant('{app}\pult.exe'), 'close', '', SW_HIDE,
      ewWaitUntilTerminated, Code) then
      Log('It could not be asked: ' + SysErrorMessage(Code));
    if not HasEnded then
      Result := CustomMessage('StillRuns');
  end;
end;

function HasClosedPult: Boolean;
begin
  Result := ClosedPult;
end;

function StartAgain(Unused: String): String;
begin
  Result := '';
  if WizardIsTaskSelected('autostart') then
    Result := 'watchdog';
end;

{ ------------------------------------------------------------------- uninstall }

function InitializeUninstall: Boolean;
var
  Code: Integer;
begin
  if CheckForMutexes(RunningMark) then
    Exec(ExpandConstant('{app}\pult.exe'), 'close', '', SW_HIDE, ewWaitUntilTerminated, Code);
  Result := HasEnded;
  if not Result then
    SuppressibleMsgBox(CustomMessage('StillRuns'), mbError, MB_OK, IDOK);
end;

{ Each user of this PC has a folder of Pult's own; a data folder chosen elsewhere stays. }
procedure DeleteDataOfAllUsers;
var
  Users: TArrayOfString;
  Home: String;
  Each: Integer;
begin
  DelTree(ExpandConstant('{localappdata}\pult'), True, True, True);
  if not RegGetSubkeyNames(HKLM, Profiles, Users) then
    exit;
  for Each := 0 to GetArrayLength(Users) - 1 do
    if RegQueryStringValue(HKLM, Profiles + '\' + Users[Each], 'ProfileImagePath', Home) then
      DelTree(AddBackslash(Home) + 'AppData\Local\pult', True, True, True);
end;

procedure CurUninstallStepChanged(CurUninstallStep: TUninstallStep);
begin
  if (CurUninstallStep = usPostUninstall) and not UninstallSilent then
    if MsgBox(CustomMessage('DeleteData'), mbConfirmation, MB_YESNO or MB_DEFBUTTON2) = IDYES then
      DeleteDataOfAllUsers;
end;
