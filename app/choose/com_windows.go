package choose

import (
	"fmt"
	"syscall"
	"unsafe"

	"golang.org/x/sys/windows"
)

// What is asked of Windows beside what x/sys/windows has.
var (
	ole32            = windows.NewLazySystemDLL("ole32.dll")
	user32           = windows.NewLazySystemDLL("user32.dll")
	coCreateInstance = ole32.NewProc("CoCreateInstance")
	enumThreadWins   = user32.NewProc("EnumThreadWindows")
	postMessage      = user32.NewProc("PostMessageW")
)

// Figures of Windows, as its headers (shobjidl_core.h, winuser.h, winerror.h) have them.
const (
	inProcess       = 0x1        // CLSCTX_INPROC_SERVER
	keepFolder      = 0x8        // FOS_NOCHANGEDIR
	pickFolders     = 0x20       // FOS_PICKFOLDERS
	onlyFiles       = 0x40       // FOS_FORCEFILESYSTEM
	pathMustExist   = 0x800      // FOS_PATHMUSTEXIST
	fileMustExist   = 0x1000     // FOS_FILEMUSTEXIST
	filesystemPath  = 0x80058000 // SIGDN_FILESYSPATH
	wmClose         = 0x10       // WM_CLOSE
	cancelled       = 0x800704C7 // HRESULT_FROM_WIN32(ERROR_CANCELLED)
	failureOfResult = 0x80000000 // the bit of an HRESULT that says it is a failure
)

var (
	fileOpenDialog  = windows.GUID{Data1: 0xDC1C5A9C, Data2: 0xE88A, Data3: 0x4DDE, Data4: [8]byte{0xA5, 0xA1, 0x60, 0xF8, 0x2A, 0x20, 0xAE, 0xF7}}
	iFileOpenDialog = windows.GUID{Data1: 0xD57C7288, Data2: 0xD4AD, Data3: 0x4768, Data4: [8]byte{0xBE, 0x02, 0x9D, 0x96, 0x95, 0x32, 0xD9, 0x60}}
)

// Places of the methods in the tables of IFileOpenDialog and IShellItem.
const (
	methodRelease        = 2
	methodShow           = 3
	methodSetFileTypes   = 4
	methodSetOptions     = 9
	methodGetOptions     = 10
	methodSetTitle       = 17
	methodSetOkLabel     = 18
	methodGetResult      = 20
	methodGetDisplayName = 5
)

// object is one of COM's: its first field is the table of its methods.
type object struct{ methods *[32]uintptr }

// call calls a method; the error tells the HRESULT of one that failed.
//
// What is handed over as an address stays where it is until the call is over.
//
//go:uintptrescapes
func (o *object) call(method int, args ...uintptr) error {
	result, _, _ := syscall.SyscallN(o.methods[method], append([]uintptr{uintptr(unsafe.Pointer(o))}, args...)...)
	return failure(method, result)
}

func failure(method int, result uintptr) error {
	if uint32(result)&failureOfResult == 0 {
		return nil
	}
	return comError{method, uint32(result)}
}

// comError is a method that failed, and how.
type comError struct {
	method int
	result uint32
}

func (e comError) Error() string {
	return fmt.Sprintf("method %d of the file dialog answers %#x", e.method, e.result)
}

// fileDialog is an IFileOpenDialog.
type fileDialog struct{ *object }

func newFileDialog() (fileDialog, error) {
	var o *object
	result, _, _ := coCreateInstance.Call(uintptr(unsafe.Pointer(&fileOpenDialog)), 0, inProcess,
		uintptr(unsafe.Pointer(&iFileOpenDialog)), uintptr(unsafe.Pointer(&o)))
	return fileDialog{o}, failure(0, result)
}

func (o *object) release() { _ = o.call(methodRelease) }

// filterSpec is COMDLG_FILTERSPEC.
type filterSpec struct{ name, patterns *uint16 }

// prepare has the dialog ask what is asked.
func (d fileDialog) prepare(q Question) error {
	var options uint32
	if err := d.call(methodGetOptions, uintptr(unsafe.Pointer(&options))); err != nil {
		return err
	}
	options |= keepFolder | onlyFiles | pathMustExist
	if q.Folder {
		options |= pickFolders
	} else {
		options |= fileMustExist
	}
	if err := d.call(methodSetOptions, uintptr(options)); err != nil {
		return err
	}
	title, err := windows.UTF16PtrFromString(q.Title)
	if err != nil {
		return fmt.Errorf("read the title of the dialog: %w", err)
	}
	if err := d.call(methodSetTitle, uintptr(unsafe.Pointer(title))); err != nil {
		return err
	}
	if q.Accept != "" {
		label, err := windows.UTF16PtrFromString(q.Accept)
		if err != nil {
			return fmt.Errorf("read what the dialog's button says: %w", err)
		}
		if err := d.call(methodSetOkLabel, uintptr(unsafe.Pointer(label))); err != nil {
			return err
		}
	}
	if q.Folder || len(q.Kinds) == 0 {
		return nil // a dialog for folders refuses kinds
	}
	var specs []filterSpec
	for _, k := range q.Kinds {
		name, err := windows.UTF16PtrFromString(k.Name)
		if err != nil {
			return fmt.Errorf("read the name of a kind of files: %w", err)
		}
		pattern, err := windows.UTF16PtrFromString(patterns(k))
		if err != nil {
			return fmt.Errorf("read the endings of a kind of files: %w", err)
		}
		specs = append(specs, filterSpec{name, pattern})
	}
	return d.call(methodSetFileTypes, uintptr(len(specs)), uintptr(unsafe.Pointer(&specs[0])))
}

// show shows it until the person has chosen, or cancelled.
func (d fileDialog) show(owner windows.HWND) (chosen bool, err error) {
	err = d.call(methodShow, uintptr(owner))
	if failed, is := err.(comError); is && failed.result == cancelled {
		return false, nil
	}
	return err == nil, err
}

// path is the whole path of what was chosen.
func (d fileDialog) path() (string, error) {
	var item *object
	if err := d.call(methodGetResult, uintptr(unsafe.Pointer(&item))); err != nil {
		return "", fmt.Errorf("read which file was chosen: %w", err)
	}
	defer item.release()
	var name *uint16
	if err := item.call(methodGetDisplayName, filesystemPath, uintptr(unsafe.Pointer(&name))); err != nil {
		return "", fmt.Errorf("read the name of the file that was chosen: %w", err)
	}
	defer windows.CoTaskMemFree(unsafe.Pointer(name))
	return windows.UTF16PtrToString(name), nil
}

// closer tells a window to close; EnumThreadWindows calls it with each of a thread.
var closer = windows.NewCallback(func(window windows.HWND, _ uintptr) uintptr {
	_, _, _ = postMessage.Call(uintptr(window), wmClose, 0, 0)
	return 1 // go on with the next
})

// closeWindows tells all windows of a thread to close.
func closeWindows(thread uint32) { _, _, _ = enumThreadWins.Call(uintptr(thread), closer, 0) }
