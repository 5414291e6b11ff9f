// Never run: this needs a Mac. On Linux its form was checked: the Objective-C against
// GNUstep's headers, the call between C and Go by a test of the two alone.

#import <Cocoa/Cocoa.h>
#import <objc/runtime.h>

#include "_cgo_export.h"

static void afterglowOpenFiles(id self, SEL name, NSApplication *app, NSArray *files) {
	for (NSString *file in files) {
		afterglowOpenFile((char *)[file fileSystemRepresentation]);
	}
	[app replyToOpenOrPrint:NSApplicationDelegateReplySuccess];
}

// The tray's library owns the application's delegate and does not answer this
// message; the method is added to its class before the delegate is set.
void afterglowHearFiles(void) {
	Class delegate = NSClassFromString(@"SystrayAppDelegate");
	if (delegate != nil) {
		class_addMethod(delegate, @selector(application:openFiles:), (IMP)afterglowOpenFiles, "v@:@@");
	}
}
