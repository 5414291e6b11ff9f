; Shortcut TARGET LINK: an entry of the Start menu that bears the name by which Windows
; knows the program. Without that name on such an entry, no notification is shown.

!include "Win\COM.nsh"
!include "Win\Propkey.nsh"

!macro Shortcut target link
  CreateShortCut "${link}" "${target}" "" "${target}" 0 SW_SHOWNORMAL "" "Reminders for the days after microneedling"
  !insertmacro ComHlpr_CreateInProcInstance ${CLSID_ShellLink} ${IID_IShellLink} r0 ""
  ${If} $0 P<> 0
    ${IUnknown::QueryInterface} $0 '("${IID_IPersistFile}",.r1)'
    ${If} $1 P<> 0
      ${IPersistFile::Load} $1 '("${link}",${STGM_READWRITE})'
      ${IUnknown::QueryInterface} $0 '("${IID_IPropertyStore}",.r2)'
      ${If} $2 P<> 0
        System::Call '*${SYSSTRUCT_PROPERTYKEY}(${PKEY_AppUserModel_ID})p.r3'
        System::Call '*(&w64 "${APPID}")p.r5'
        System::Call '*${SYSSTRUCT_PROPVARIANT}(${VT_LPWSTR},,p r5)p.r4'
        ${IPropertyStore::SetValue} $2 '($3,$4)'

        ; Whom Windows tells of a click on one of our notifications; app/notify says the same.
        System::Call '*$3${SYSSTRUCT_PROPERTYKEY}(${PKEY_AppUserModel_ToastActivatorCLSID})'
        System::Call '*(&g16 "${ACTIVATOR}")p.r6'
        System::Call '*$4${SYSSTRUCT_PROPVARIANT}(${VT_CLSID},,p r6)'
        ${IPropertyStore::SetValue} $2 '($3,$4)'

        System::Free $3
        System::Free $4
        System::Free $5
        System::Free $6
        ${IPropertyStore::Commit} $2 ""
        ${IUnknown::Release} $2 ""
      ${EndIf}
      ${IPersistFile::Save} $1 '("${link}",1)'
      ${IUnknown::Release} $1 ""
    ${EndIf}
    ${IUnknown::Release} $0 ""
  ${EndIf}
!macroend
