// Package plancode writes a plan file as codes that fit on paper or a screen, and reads them again: QR pictures, or the
// same as text. A code holds the plan's difference from the starter plans, packed, with checksums; it holds no web
// address and nothing that runs. The package is pure: pictures come in and go out as values.
//
// The text of a code is "AFTERGLOW 1/2 MFRGG... ." with the number of the part, the number of all parts, base32 letters
// and a full stop that shows that nothing is cut off. Its bytes are a head, a share of the packed plan, and a checksum:
//
//	1 version of this format    1 number of the dictionary    1 part, from 0    1 parts
//	8 first bytes of the SHA-256 of the plan file    n share    4 CRC-32 of all before
package plancode

import (
	"crypto/sha256"
	"encoding/base32"
	"encoding/binary"
	"fmt"
	"hash/crc32"

	"afterglow/app/fault"
)

const (
	// version is the format that this program writes and the newest that it reads.
	version = 1
	// mostParts bounds how many codes one plan may take: more than a page of paper holds, and a person photographs.
	mostParts = 12
	// largestPart is how many bytes of the packed plan a code takes. With head and letters it fills a QR code of version
	// 20 with error correction M, 970 signs, to a few.
	largestPart = 576
	headSize    = 12
	sumSize     = 4
)

var letters = base32.StdEncoding.WithPadding(base32.NoPadding)

// part is one code, read.
type part struct {
	dictionary  byte
	index, of   int
	plan        [8]byte
	packedShare []byte
}

// Encode gives the codes of a plan file, in order. The file comes back byte for byte. It refuses a plan that takes more
// than mostParts codes.
func Encode(plan []byte) ([]string, error) {
	packed, err := pack(plan)
	if err != nil {
		return nil, err
	}
	parts := max(1, (len(packed)+largestPart-1)/largestPart)
	if parts > mostParts {
		return nil, fault.Use("plancode.too_long", fault.Args{"Codes": parts, "Most": mostParts})
	}
	share := (len(packed) + parts - 1) / parts
	out := make([]string, parts)
	for i := range out {
		p := part{dictionary: newest, index: i, of: parts, plan: sumOf(plan)}
		p.packedShare = packed[min(i*share, len(packed)):min((i+1)*share, len(packed))]
		out[i] = p.text()
	}
	return out, nil
}

func sumOf(plan []byte) (sum [8]byte) {
	all := sha256.Sum256(plan)
	copy(sum[:], all[:])
	return sum
}

// text is the part as its code says it.
func (p *part) text() string {
	raw := append([]byte{version, p.dictionary, byte(p.index), byte(p.of)}, p.plan[:]...)
	raw = append(raw, p.packedShare...)
	raw = binary.BigEndian.AppendUint32(raw, crc32.ChecksumIEEE(raw))
	return fmt.Sprintf("%s %d/%d %s.", mark, p.index+1, p.of, letters.EncodeToString(raw))
}

// readPart reads the bytes of one code.
func readPart(raw []byte) (part, error) {
	switch {
	case len(raw) < headSize+sumSize:
		return part{}, damaged()
	case crc32.ChecksumIEEE(raw[:len(raw)-sumSize]) != binary.BigEndian.Uint32(raw[len(raw)-sumSize:]):
		return part{}, damaged()
	case raw[0] > version || raw[1] > newest:
		return part{}, fault.Use("plancode.newer", nil)
	}
	p := part{dictionary: raw[1], index: int(raw[2]), of: int(raw[3]), packedShare: raw[headSize : len(raw)-sumSize]}
	copy(p.plan[:], raw[4:headSize])
	if raw[0] == 0 || p.dictionary == 0 || p.of == 0 || p.of > mostParts || p.index >= p.of {
		return part{}, damaged()
	}
	return p, nil
}

func damaged() error { return fault.Use("plancode.damaged", nil) }
