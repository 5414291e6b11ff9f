; The Windows set-up, for one person and without an administrator. packaging/windows/build.sh
; calls makensis with VERSION, NUMBERS, SITE, FILES, ART and OUT.
;
;   /S            asks nothing and shows nothing; removing then keeps the notes
;   /AUTOSTART=1  has Afterglow start with the computer; /AUTOSTART=0 not. Without it
;                 nothing changes, and at first it is off.

Target amd64-unicode ; the 32-bit one would need more than Windows on 64 bit and wine64 must have
SetCompressor /SOLID lzma
SetCompressorDictSize 64 ; the tray is all but the same file as the command line
Unicode true

!include "MUI2.nsh"
!include "LogicLib.nsh"
!include "FileFunc.nsh"
!include "nsDialogs.nsh"
!include "WinVer.nsh"

!define APPID "app.afterglow.Afterglow"
!define PLAN "app.afterglow.Plan"
!define ACTIVATOR "{90B69824-7A50-4EA4-B44B-A7474AB74EB9}"
!define REMOVE "Software\Microsoft\Windows\CurrentVersion\Uninstall\Afterglow"
!define RUN "Software\Microsoft\Windows\CurrentVersion\Run"

!include "shortcut.nsh"
!include "running.nsh"

Name "Afterglow"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\Afterglow"
InstallDirRegKey HKCU "${REMOVE}" "InstallLocation"
RequestExecutionLevel user
ManifestDPIAware true
ManifestSupportedOS Win10
ShowInstDetails nevershow
ShowUninstDetails nevershow
BrandingText "Afterglow ${VERSION}"

VIProductVersion "${NUMBERS}"
VIFileVersion "${NUMBERS}"
VIAddVersionKey "ProductName" "Afterglow"
VIAddVersionKey "CompanyName" "The Afterglow authors"
VIAddVersionKey "FileDescription" "Sets up Afterglow"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "LegalCopyright" "The Afterglow authors, MIT licence"

Var Login      ; "1": start with the computer, "0": not, "": leave it as it is
Var LoginBox
Var Older      ; the version that is there already

!define MUI_ICON "${FILES}\afterglow.ico"
!define MUI_UNICON "${FILES}\afterglow.ico"
!define MUI_HEADERIMAGE
!define MUI_HEADERIMAGE_RIGHT
!define MUI_HEADERIMAGE_BITMAP "${ART}\head.bmp"
!define MUI_HEADERIMAGE_UNBITMAP "${ART}\head.bmp"
!define MUI_HEADERIMAGE_BITMAP_STRETCH AspectFitHeight
!define MUI_HEADERIMAGE_UNBITMAP_STRETCH AspectFitHeight
!define MUI_WELCOMEFINISHPAGE_BITMAP_STRETCH AspectFitHeight
!define MUI_WELCOMEFINISHPAGE_BITMAP "${ART}\side.bmp"
!define MUI_UNWELCOMEFINISHPAGE_BITMAP "${ART}\side.bmp"

Page custom Choices TakeChoices
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_TITLE "Afterglow is there"
!define MUI_FINISHPAGE_TEXT "Look for the ring beside the clock. Windows may hide it behind the small arrow: drag it out, so that you can see it.$\r$\n$\r$\nA click on it opens the window. A right click shows the menu."
!define MUI_FINISHPAGE_RUN "$INSTDIR\afterglow-tray.exe"
!define MUI_FINISHPAGE_RUN_TEXT "Open Afterglow now"
!define MUI_PAGE_CUSTOMFUNCTION_PRE LeaveOutWhereItRuns
!insertmacro MUI_PAGE_FINISH

!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"

!insertmacro EndRunning ""
!insertmacro EndRunning "un."

Function .onInit
  ; On 32 bit this program itself does not start.
  ${IfNot} ${AtLeastWin10}
    MessageBox MB_OK|MB_ICONSTOP "Afterglow needs Windows 10 or 11, 64-bit." /SD IDOK
    SetErrorLevel 2
    Quit
  ${EndIf}
  ReadRegStr $Older HKCU "${REMOVE}" "DisplayVersion"
  StrCpy $Login ""
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/AUTOSTART=" $1
  ${IfNot} ${Errors}
    StrCpy $Login $1
  ${EndIf}
FunctionEnd

; The one page of choices.
Function Choices
  ${If} $Older == ""
    !insertmacro MUI_HEADER_TEXT "Install Afterglow" "Reminders for the days after microneedling"
    StrCpy $0 "Afterglow ${VERSION} is installed for you alone, and needs no password."
  ${Else}
    !insertmacro MUI_HEADER_TEXT "Install Afterglow anew" "Version ${VERSION} in place of $Older"
    StrCpy $0 "Afterglow $Older is on this computer and is replaced. If it runs, it is ended first and started again. Your notes stay."
  ${EndIf}
  nsDialogs::Create 1018
  Pop $1
  ${NSD_CreateLabel} 0 0 100% 24u $0
  Pop $1
  ${NSD_CreateCheckbox} 0 32u 100% 12u "&Start Afterglow when I log in"
  Pop $LoginBox
  ${NSD_CreateLabel} 12u 46u 95% 18u "You can change this later, in Afterglow's settings."
  Pop $1
  ${NSD_CreateLabel} 0 76u 100% 24u "The programs go to:$\r$\n$INSTDIR"
  Pop $1
  ${NSD_CreateLabel} 0 104u 100% 24u "Your notes lie in:$\r$\n$LOCALAPPDATA\afterglow"
  Pop $1
  ReadRegStr $0 HKCU "${RUN}" "Afterglow"
  ${If} $0 != ""
    ${NSD_Check} $LoginBox
  ${EndIf}
  GetDlgItem $0 $HWNDPARENT 1
  SendMessage $0 ${WM_SETTEXT} 0 "STR:&Install"
  nsDialogs::Show
FunctionEnd

Function TakeChoices
  ${NSD_GetState} $LoginBox $0
  ${If} $0 == ${BST_CHECKED}
    StrCpy $Login "1"
  ${Else}
    StrCpy $Login "0"
  ${EndIf}
FunctionEnd

; After an upgrade of a running Afterglow it runs already: there is nothing to be opened.
Function LeaveOutWhereItRuns
  ${If} $Tray != 0
    Abort
  ${EndIf}
FunctionEnd

Section "Afterglow"
  Call EndRunning

  SetOutPath "$INSTDIR"
  SetOverwrite on
  File "${FILES}\afterglow.exe"
  File "${FILES}\afterglow-tray.exe"
  File "${FILES}\afterglow-window.exe"
  File "${FILES}\afterglow-sync.exe"
  File "${FILES}\afterglow.ico"
  File "${FILES}\LICENSE.txt"
  File "${FILES}\THIRD_PARTY.txt"
  WriteUninstaller "$INSTDIR\uninstall.exe"

  !insertmacro Shortcut "$INSTDIR\afterglow-tray.exe" "$SMPROGRAMS\Afterglow.lnk"

  ; Plan files open in the window.
  WriteRegStr HKCU "Software\Classes\.afterglow-plan" "" "${PLAN}"
  WriteRegStr HKCU "Software\Classes\${PLAN}" "" "Afterglow plan"
  WriteRegStr HKCU "Software\Classes\${PLAN}\DefaultIcon" "" "$INSTDIR\afterglow.ico,0"
  WriteRegStr HKCU "Software\Classes\${PLAN}\shell\open\command" "" '"$INSTDIR\afterglow-window.exe" --plan "%1"'
  System::Call 'SHELL32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)' ; SHCNE_ASSOCCHANGED

  ; As app/autostart writes it.
  ${If} $Login == "1"
    WriteRegStr HKCU "${RUN}" "Afterglow" '"$INSTDIR\afterglow-tray.exe" --background'
  ${ElseIf} $Login == "0"
    DeleteRegValue HKCU "${RUN}" "Afterglow"
  ${EndIf}

  WriteRegStr HKCU "${REMOVE}" "DisplayName" "Afterglow"
  WriteRegStr HKCU "${REMOVE}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${REMOVE}" "DisplayIcon" "$INSTDIR\afterglow.ico"
  WriteRegStr HKCU "${REMOVE}" "Publisher" "The Afterglow authors"
  WriteRegStr HKCU "${REMOVE}" "URLInfoAbout" "${SITE}"
  WriteRegStr HKCU "${REMOVE}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${REMOVE}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${REMOVE}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${REMOVE}" "NoModify" 1
  WriteRegDWORD HKCU "${REMOVE}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${REMOVE}" "EstimatedSize" $0

  ${If} $Tray != 0
    Exec '"$INSTDIR\afterglow-tray.exe" --background'
  ${EndIf}
SectionEnd

Section "un.Afterglow"
  ; Only where Afterglow was installed: a path of another place would take its files away.
  ${IfNot} ${FileExists} "$INSTDIR\afterglow-window.exe"
    MessageBox MB_OK|MB_ICONSTOP "There is no Afterglow in $INSTDIR." /SD IDOK
    SetErrorLevel 2
    Quit
  ${EndIf}
  Call un.EndRunning

  Delete "$INSTDIR\afterglow.exe"
  Delete "$INSTDIR\afterglow-tray.exe"
  Delete "$INSTDIR\afterglow-window.exe"
  Delete "$INSTDIR\afterglow-sync.exe"
  Delete "$INSTDIR\afterglow.ico"
  Delete "$INSTDIR\LICENSE.txt"
  Delete "$INSTDIR\THIRD_PARTY.txt"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\Afterglow.lnk"

  ; The entry that starts it at login, if it starts what was removed here.
  ReadRegStr $0 HKCU "${RUN}" "Afterglow"
  StrLen $1 "$INSTDIR\"
  StrCpy $2 $0 $1 1 ; behind the quotation mark
  StrCpy $3 $0 $1
  ${If} $2 == "$INSTDIR\"
  ${OrIf} $3 == "$INSTDIR\"
    DeleteRegValue HKCU "${RUN}" "Afterglow"
  ${EndIf}

  ReadRegStr $0 HKCU "Software\Classes\.afterglow-plan" ""
  ${If} $0 == "${PLAN}"
    DeleteRegKey HKCU "Software\Classes\.afterglow-plan"
  ${EndIf}
  DeleteRegKey HKCU "Software\Classes\${PLAN}"
  DeleteRegKey HKCU "Software\Classes\AppUserModelId\${APPID}"
  DeleteRegKey HKCU "Software\Classes\CLSID\${ACTIVATOR}"
  DeleteRegKey HKCU "${REMOVE}"
  System::Call 'SHELL32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'

  ; Locks of those that ran, and what one that was killed left behind. A lock that is
  ; held, by a portable Afterglow say, cannot be deleted, and keeps its folder.
  FindFirst $0 $1 "$TEMP\afterglow-S-*"
  ${DoWhile} $1 != ""
    FindFirst $2 $3 "$TEMP\$1\*"
    ${DoWhile} $3 != ""
      ${If} $3 != "."
      ${AndIf} $3 != ".."
        Delete "$TEMP\$1\$3\agent.lock"
        Delete "$TEMP\$1\$3\window.lock"
        Delete "$TEMP\$1\$3\sync.lock"
        RMDir "$TEMP\$1\$3"
      ${EndIf}
      FindNext $2 $3
    ${Loop}
    FindClose $2
    RMDir "$TEMP\$1"
    FindNext $0 $1
  ${Loop}
  FindClose $0
  Delete "$TEMP\afterglow-*.ico"
  ; Empty preferences of the graphics library.
  RMDir /r "$APPDATA\fyne\${APPID}"
  RMDir "$APPDATA\fyne"
  RMDir /r "$LOCALAPPDATA\fyne\${APPID}"
  RMDir "$LOCALAPPDATA\fyne"

  ${If} ${FileExists} "$LOCALAPPDATA\afterglow\*.*"
    MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 "Shall your notes go too? They lie in$\r$\n$LOCALAPPDATA\afterglow$\r$\n$\r$\nNo keeps them. Yes deletes them and their backups for good." /SD IDNO IDNO keep
    RMDir /r "$LOCALAPPDATA\afterglow"
    Goto gone
    keep:
    MessageBox MB_OK|MB_ICONINFORMATION "Afterglow is removed. Your notes stay in$\r$\n$LOCALAPPDATA\afterglow" /SD IDOK
    gone:
  ${EndIf}
SectionEnd
