package settings

import (
	"fyne.io/fyne/v2"

	"afterglow/app/phrase"
	"afterglow/app/screens/kit"
	"afterglow/app/service"
)

// DataActions is what can be done with all that is kept. What has to be asked is asked by them; who changed their mind
// is not answered.
type DataActions struct {
	Open    func(answer func(error))                         // shows the folder
	BackUp  func(answer func(file string, err error))        // saves a copy in a folder that is chosen
	Restore func(answer func(r service.Restored, err error)) // puts a backup that is chosen in place of all
	TakeIn  func(answer func(done string, err error))        // adds what a file of ours that is chosen holds
	Erase   func()                                           // removes all, in two steps
	Server  func()                                           // shows the person's own calendar server
}

// data tells where everything is kept, and offers what can be done with all of it.
func (p *Page) data() fyne.CanvasObject {
	k, v, do := p.k, p.k.V, p.do.Data
	version := k.Muted(v.T("settings.version", phrase.Args{"Version": p.model.Version}))
	if p.model.Example {
		return p.card(v.T("settings.group_data"), k.Muted(p.model.DataDir), version)
	}
	row := func(key string, help string, act func()) fyne.CanvasObject {
		return p.row(key, v.T("settings.row_"+key), help, k.Secondary("settings."+key, v.T("settings.act_"+key), act))
	}
	where := v.T("settings.data")
	if p.model.Online {
		where = v.T("settings.data_online")
	}
	return p.card(v.T("settings.group_data"),
		kit.Column(2, k.Body(where)),
		row("folder", p.model.DataDir, func() {
			do.Open(func(err error) {
				if err != nil {
					p.wrong("folder", err)
				}
			})
		}),
		row("server", p.model.Server, do.Server),
		row("backup", v.T("settings.help_backup"), func() {
			do.BackUp(func(file string, err error) {
				if err != nil {
					p.wrong("backup", err)
					return
				}
				p.say("backup", v.T("settings.backed_up", phrase.Args{"File": file}), false)
			})
		}),
		row("restore", v.T("settings.help_restore"), func() {
			do.Restore(func(r service.Restored, err error) {
				if err != nil {
					p.wrong("restore", err)
					return
				}
				p.say("restore", v.T("settings.restored", phrase.Args{"Count": r.Treatments, "File": r.Kept}), false)
			})
		}),
		row("import", v.T("settings.help_import"), func() {
			do.TakeIn(func(done string, err error) {
				if err != nil {
					p.wrong("import", err)
					return
				}
				p.say("import", v.T("settings.went_well", phrase.Args{"Text": done}), false)
			})
		}),
		row("erase", v.T("settings.help_erase"), do.Erase),
		version)
}
