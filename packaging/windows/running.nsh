; EndRunning ends an agent and a window that run from $INSTDIR, cleanly, and waits until
; their files can be replaced. The tray's process id is in $Tray, 0 where none ran.
; It is defined twice: the set-up and the program that removes have functions of their own.

!include "LogicLib.nsh"

Var Tray

!macro EndRunning un
Function ${un}EndRunning
  StrCpy $Tray 0
  ${IfNot} ${FileExists} "$INSTDIR\afterglow.exe"
    Return
  ${EndIf}
  ; The answer is {"was_running": true, "pid": 123}; the window ends too.
  nsExec::ExecToStack /TIMEOUT=30000 '"$INSTDIR\afterglow.exe" quit --json'
  Pop $0
  Pop $1
  Push $1
  Call ${un}PidIn
  Pop $Tray

  ; A file that is being run cannot be opened for writing: that tells when it has ended.
  ; One that runs for another data folder was not asked, and goes on.
  again:
  StrCpy $2 0
  look:
  StrCpy $3 ""
  !insertmacro CanBeReplaced "afterglow.exe"
  !insertmacro CanBeReplaced "afterglow-tray.exe"
  !insertmacro CanBeReplaced "afterglow-window.exe"
  !insertmacro CanBeReplaced "afterglow-sync.exe"
  ${If} $3 == ""
    Return
  ${EndIf}
  ${If} $2 < 100
    IntOp $2 $2 + 1
    Sleep 100
    Goto look
  ${EndIf}
  MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "Afterglow still runs ($3), so it cannot be changed.$\r$\n$\r$\nEnd it in the menu of its ring, or in the Task Manager. Then choose Retry." /SD IDCANCEL IDRETRY again
  SetErrorLevel 2
  Quit
FunctionEnd

; PidIn takes the answer of "quit" and gives the number behind "pid", 0 for none.
Function ${un}PidIn
  Exch $0
  Push $1
  Push $2
  Push $3
  StrCpy $1 0
  loop:
    StrCpy $2 $0 7 $1
    StrCmp $2 "" none
    StrCmp $2 '"pid": ' found
    IntOp $1 $1 + 1
    Goto loop
  found:
    IntOp $1 $1 + 7
    StrCpy $3 $0 12 $1
    IntOp $0 $3 + 0 ; the digits at its beginning
    Goto end
  none:
    StrCpy $0 0
  end:
  Pop $3
  Pop $2
  Pop $1
  Exch $0
FunctionEnd
!macroend

!macro CanBeReplaced file
  ${If} ${FileExists} "$INSTDIR\${file}"
    ClearErrors
    FileOpen $4 "$INSTDIR\${file}" a
    ${If} ${Errors}
      StrCpy $3 "${file}"
    ${Else}
      FileClose $4
    ${EndIf}
  ${EndIf}
!macroend
