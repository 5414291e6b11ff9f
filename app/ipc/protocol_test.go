package ipc

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"afterglow/app/fault"
)

func TestARequestReachesTheHandlerAndItsReplyTheCaller(t *testing.T) {
	runtimeFolder(t)
	data := t.TempDir()
	got := make(chan Message, 1)
	listen(t, data, Window, func(m Message) Reply {
		got <- m
		return Reply{OK: true, Text: "shown", Data: json.RawMessage(`{"a":[1,2]}`)}
	})
	r, err := Send(context.Background(), data, Window, Message{Do: DoShow, Page: "timeline"})
	if err != nil {
		t.Fatal(err)
	}
	if m := <-got; m != (Message{Do: DoShow, Page: "timeline"}) {
		t.Errorf("the handler got %+v", m)
	}
	if !r.OK || r.Text != "shown" || r.PID == 0 || string(r.Data) != `{"a":[1,2]}` {
		t.Errorf("the caller got %+v", r)
	}
}

func TestNobodyListeningIsErrNobody(t *testing.T) {
	runtimeFolder(t)
	if _, err := Send(context.Background(), t.TempDir(), Agent, Message{Do: DoPing}); !errors.Is(err, ErrNobody) {
		t.Fatalf("got %v, want ErrNobody", err)
	}
}

func TestAwaitReachesOneThatStartsLater(t *testing.T) {
	runtimeFolder(t)
	data := t.TempDir()
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	answer := make(chan error, 1)
	go func() {
		_, err := Await(ctx, data, Agent, Message{Do: DoPing})
		answer <- err
	}()
	listen(t, data, Agent, yes)
	if err := <-answer; err != nil {
		t.Fatal(err)
	}
	over, cancel := context.WithTimeout(context.Background(), 3*tryAgain)
	defer cancel()
	if _, err := Await(over, t.TempDir(), Agent, Message{Do: DoPing}); !errors.Is(err, ErrNobody) {
		t.Fatalf("where none starts: %v, want ErrNobody", err)
	}
}

func TestARingReachesBothProgramsAndNobodyIsFine(t *testing.T) {
	runtimeFolder(t)
	data := t.TempDir()
	Ring(data)
	heard := make(chan string, 2)
	for _, role := range []string{Agent, Window} {
		listen(t, data, role, func(m Message) Reply { heard <- role + " " + m.Do; return Reply{OK: true} })
	}
	Ring(data)
	got := map[string]bool{<-heard: true, <-heard: true}
	if !got["agent changed"] || !got["window changed"] {
		t.Fatalf("heard %v", got)
	}
}

func TestARingDoesNotWaitForABusyProgram(t *testing.T) {
	runtimeFolder(t)
	data := t.TempDir()
	busy, free := make(chan struct{}), make(chan struct{})
	listen(t, data, Agent, func(Message) Reply { close(busy); <-free; return Reply{OK: true} })
	Ring(data)
	<-busy
	close(free)
}

func TestAnAnswerThatNeverComesEndsWithTheCallersTime(t *testing.T) {
	runtimeFolder(t)
	data := t.TempDir()
	free := make(chan struct{})
	listen(t, data, Agent, func(Message) Reply { <-free; return Reply{OK: true} })
	defer close(free)
	ctx, cancel := context.WithTimeout(context.Background(), 50*time.Millisecond)
	defer cancel()
	if _, err := Send(ctx, data, Agent, Message{Do: DoDoctor}); !errors.Is(err, context.DeadlineExceeded) {
		t.Fatalf("got %v, want the deadline", err)
	}
}

func TestWhatIsNotARequestIsRefusedAndNeverHandled(t *testing.T) {
	runtimeFolder(t)
	data := t.TempDir()
	listen(t, data, Agent, func(m Message) Reply {
		t.Errorf("handled %+v", m)
		return Reply{OK: true}
	})
	for name, line := range map[string]string{
		"unknown verb":        `{"do":"erase"}`,
		"no verb":             `{}`,
		"other letters":       `{"do":"QUIT"}`,
		"not JSON":            `quit`,
		"two values":          `{"do":"quit"}{"do":"quit"}`,
		"a list":              `[{"do":"quit"}]`,
		"empty":               ``,
		"wrong type":          `{"do":1}`,
		"page too long":       `{"do":"show","page":"` + strings.Repeat("p", maxPage+1) + `"}`,
		"page with a newline": `{"do":"show","page":"a\nb"}`,
		"longer than allowed": `{"do":"show","page":"` + strings.Repeat("p", maxLine) + `"}`,
		"deep nesting":        strings.Repeat("[", 20000),
		"binary":              "\x00\xff\xfe{\"do\":\"quit\"}",
	} {
		t.Run(name, func(t *testing.T) {
			c := dial(t, data)
			go func() { _, _ = io.WriteString(c, line+"\n") }() // a refusal may come before all is written
			answer, err := bufio.NewReader(c).ReadBytes('\n')
			if err != nil {
				t.Fatalf("no answer: %v", err)
			}
			var r Reply
			if err := json.Unmarshal(answer, &r); err != nil || r.OK || r.Err() == nil {
				t.Errorf("answered %s", answer)
			}
		})
	}
}

func TestARequestThatWasCutOffIsNotHandled(t *testing.T) {
	for _, cut := range []string{`{"do":"quit"}`, `{"do":"qu`, ``} {
		var out bytes.Buffer
		err := converse(&pipe{in: strings.NewReader(cut), out: &out}, 1, func(Message) Reply {
			t.Errorf("%q was handled", cut)
			return Reply{}
		}, func() {})
		if err == nil || out.Len() > 0 {
			t.Errorf("%q: error %v, answer %q", cut, err, out.String())
		}
	}
}

func TestSlowClientsBlockNobodyAndLeaveNothingBehind(t *testing.T) {
	runtimeFolder(t)
	data := t.TempDir()
	before := runtime.NumGoroutine()
	s := listen(t, data, Agent, yes)
	var slow []net.Conn
	for i := range 3 * maxWaiting {
		c := dial(t, data)
		if i%2 == 0 {
			_, _ = io.WriteString(c, `{"do":`)
		}
		slow = append(slow, c)
	}
	start := time.Now()
	if r, err := Send(context.Background(), data, Agent, Message{Do: DoPing}); err != nil || !r.OK {
		t.Fatalf("behind slow clients: %+v, %v", r, err)
	}
	if took := time.Since(start); took > readTime/2 {
		t.Errorf("a ping behind slow clients took %v", took)
	}
	s.mu.Lock()
	waiting := len(s.waiting)
	s.mu.Unlock()
	if waiting > maxWaiting {
		t.Errorf("%d clients are waited for, want %d at most", waiting, maxWaiting)
	}
	// Each of them is let go of by the server, at the latest when its time is up.
	for _, c := range slow {
		_ = c.SetReadDeadline(time.Now().Add(2 * readTime))
		if _, err := io.Copy(io.Discard, c); errors.Is(err, context.DeadlineExceeded) || isTimeout(err) {
			t.Fatal("a slow client was kept longer than its time")
		}
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	within(t, func() bool { return runtime.NumGoroutine() <= before+1 }, func() string {
		return fmt.Sprintf("%d goroutines, %d before", runtime.NumGoroutine(), before)
	})
}

func TestCloseFromInsideAHandlerEndsAndGivesTheRoleAway(t *testing.T) {
	runtimeFolder(t)
	data := t.TempDir()
	var s *Server
	ready, closed := make(chan struct{}), make(chan error, 1)
	s, err := Listen(data, Agent, func(m Message) Reply {
		<-ready
		go func() { closed <- s.Close() }()
		return Reply{OK: true, Text: "bye"}
	})
	if err != nil {
		t.Fatal(err)
	}
	close(ready)
	r, err := Send(context.Background(), data, Agent, Message{Do: DoQuit})
	if err != nil || r.Text != "bye" {
		t.Errorf("the one who asked got %+v, %v", r, err)
	}
	if err := <-closed; err != nil {
		t.Fatal(err)
	}
	listen(t, data, Agent, yes)
}

func TestAnAnswerThatCannotBeSentSaysSo(t *testing.T) {
	runtimeFolder(t)
	data := t.TempDir()
	for _, r := range []Reply{{OK: true, Text: strings.Repeat("x", maxLine)}, {OK: true, Data: json.RawMessage("{")}} {
		s := listen(t, data, Agent, func(Message) Reply { return r })
		got, err := Send(context.Background(), data, Agent, Message{Do: DoDoctor})
		if err != nil || got.OK || got.Fault == "" {
			t.Errorf("got %+v, %v", got, err)
		}
		_ = s.Close()
	}
}

func TestManyCallersAtOnceAreAllAnswered(t *testing.T) {
	runtimeFolder(t)
	data := t.TempDir()
	listen(t, data, Agent, func(m Message) Reply { return Reply{OK: true, Text: m.Page} })
	var all sync.WaitGroup
	for i := range 50 {
		all.Go(func() {
			page := fmt.Sprint(i)
			if r, err := Send(context.Background(), data, Agent, Message{Do: DoShow, Page: page}); err != nil || r.Text != page {
				t.Errorf("caller %s got %+v, %v", page, r, err)
			}
		})
	}
	all.Wait()
}

// FuzzProtocol: whatever bytes come, what goes out is at most one line of
// JSON, and only a known request is handled, once.
func FuzzProtocol(f *testing.F) {
	for _, s := range []string{`{"do":"ping"}`, `{"do":"show","page":"today"}`, `{"do":"quit"}` + "\n" + `{"do":"quit"}`, "", "\n", `{"do":"changed","x":[[[`, "\x00"} {
		f.Add([]byte(s + "\n"))
	}
	f.Fuzz(func(t *testing.T, in []byte) {
		var out bytes.Buffer
		handled := 0
		err := converse(&pipe{in: bytes.NewReader(in), out: &out}, 7, func(m Message) Reply {
			handled++
			if m.check() != "" || m.Do == DoPing {
				t.Errorf("handled %+v", m)
			}
			return Reply{OK: true, Text: m.Page}
		}, func() {})
		if handled > 1 {
			t.Errorf("handled %d times", handled)
		}
		if !bytes.Contains(in, []byte("\n")) && len(in) < maxLine {
			if err == nil || out.Len() > 0 || handled > 0 {
				t.Errorf("a cut-off request: error %v, answer %q", err, out.String())
			}
			return
		}
		var r Reply
		answer := out.Bytes()
		if len(answer) > maxLine || bytes.IndexByte(answer, '\n') != len(answer)-1 || json.Unmarshal(answer, &r) != nil {
			t.Fatalf("answered %q", answer)
		}
		if r.PID != 7 || !r.OK && r.Fault == "" || r.OK != (handled == 1 || isPing(in)) {
			t.Errorf("answered %q after %d handled", answer, handled)
		}
	})
}

func isPing(in []byte) bool {
	line, _, _ := bytes.Cut(in, []byte("\n"))
	var m Message
	return json.Unmarshal(line, &m) == nil && m.Do == DoPing && m.check() == ""
}

type pipe struct {
	in  io.Reader
	out io.Writer
}

func (p *pipe) Read(b []byte) (int, error)  { return p.in.Read(b) }
func (p *pipe) Write(b []byte) (int, error) { return p.out.Write(b) }

func dial(t *testing.T, data string) net.Conn {
	t.Helper()
	s, err := place(data)
	if err != nil {
		t.Fatal(err)
	}
	address, err := s.address(Agent)
	if err != nil {
		t.Fatal(err)
	}
	c, err := connect(context.Background(), address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = c.Close() })
	return c
}

func isTimeout(err error) bool {
	var n net.Error
	return errors.As(err, &n) && n.Timeout()
}

// within waits for ok, looking again as often as the scheduler lets it.
func within(t *testing.T, ok func() bool, state func() string) {
	t.Helper()
	for end := time.Now().Add(10 * time.Second); !ok(); runtime.Gosched() {
		if time.Now().After(end) {
			t.Fatal(state())
		}
	}
}

func TestAPlanFilesPathIsCarriedWholeAndAnOddOneRefused(t *testing.T) {
	runtimeFolder(t)
	data := t.TempDir()
	got := make(chan Message, 1)
	listen(t, data, Window, func(m Message) Reply { got <- m; return Reply{OK: true} })
	path := "/home/Ö. Müller/my plans/rose \"2\".afterglow-plan"
	if r, err := Send(context.Background(), data, Window, Message{Do: DoShow, Plan: path}); err != nil || !r.OK {
		t.Fatalf("got %+v, %v", r, err)
	}
	if m := <-got; m.Plan != path {
		t.Errorf("it became %q", m.Plan)
	}
	for _, odd := range []string{"/a\nb", "/a\x00b", "/" + strings.Repeat("a", maxFile)} {
		if r, err := Send(context.Background(), data, Window, Message{Do: DoShow, Plan: odd}); !fault.IsUse(err) {
			t.Errorf("%.20q: got %+v, %v", odd, r, err)
		}
	}
}
