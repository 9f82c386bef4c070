//! What a file is, by its content: the name only says what it claims to be. What may be attached is listed here, and what is
//! not on the list is not taken.

use image::ImageFormat;
use terrain_sheets::SheetError;

/// A type of file that may be attached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Media {
    Picture(ImageFormat),
    Pdf,
    Mp3,
    M4a,
    Ogg,
    Wav,
    Amr,
    Mp4,
    Video3gp,
    Audio3gp,
    Xlsx,
    Xls,
    Csv,
}

/// Why a file is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NotTaken {
    /// Its name promises something else than it holds.
    NotWhatItSays,
    /// A photo of an Apple telephone, in a format that few laptops show.
    Heic,
    /// None of the types that may be attached.
    Type,
}

/// What a name claims.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Claim {
    Picture,
    Pdf,
    /// Containers of sound and video are the same.
    Recording,
    Sheet,
}

const CLAIMS: [(Claim, &[&str]); 4] = [
    (Claim::Picture, &["jpg", "jpeg", "jpe", "png", "webp", "heic", "heif"]),
    (Claim::Pdf, &["pdf"]),
    (Claim::Recording, &["mp3", "m4a", "ogg", "oga", "opus", "wav", "amr", "mp4", "m4v", "3gp", "3gpp"]),
    (Claim::Sheet, &["csv", "xlsx", "xls"]),
];

impl Media {
    /// The type as it is kept.
    pub(crate) fn media_type(self) -> &'static str {
        match self {
            // Pictures are kept as JPEG, whatever they were.
            Self::Picture(_) => "image/jpeg",
            Self::Pdf => "application/pdf",
            Self::Mp3 => "audio/mpeg",
            Self::M4a => "audio/mp4",
            Self::Ogg => "audio/ogg",
            Self::Wav => "audio/wav",
            Self::Amr => "audio/amr",
            Self::Mp4 => "video/mp4",
            Self::Video3gp => "video/3gpp",
            Self::Audio3gp => "audio/3gpp",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Xls => "application/vnd.ms-excel",
            Self::Csv => "text/csv",
        }
    }

    /// Endings that its name may have, the usual one first.
    fn endings(self) -> &'static [&'static str] {
        match self {
            Self::Picture(_) => &["jpg", "jpeg"],
            Self::Pdf => &["pdf"],
            Self::Mp3 => &["mp3"],
            Self::M4a => &["m4a"],
            Self::Ogg => &["ogg", "oga", "opus"],
            Self::Wav => &["wav"],
            Self::Amr => &["amr"],
            Self::Mp4 => &["mp4", "m4v"],
            Self::Video3gp | Self::Audio3gp => &["3gp", "3gpp"],
            Self::Xlsx => &["xlsx"],
            Self::Xls => &["xls"],
            Self::Csv => &["csv"],
        }
    }

    fn claim(self) -> Claim {
        match self {
            Self::Picture(_) => Claim::Picture,
            Self::Pdf => Claim::Pdf,
            Self::Xlsx | Self::Xls | Self::Csv => Claim::Sheet,
            _ => Claim::Recording,
        }
    }
}

/// What these bytes are; their name is asked only whether it promises the same.
pub(crate) fn media_of(name: &str, bytes: &[u8]) -> Result<Media, NotTaken> {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase()).unwrap_or_default();
    let claim = CLAIMS.iter().find(|(_, endings)| endings.contains(&ending.as_str())).map(|(claim, _)| *claim);
    let found = match sniffed(bytes) {
        // Text has no sign of its own: a table is text that is called one.
        None if ending == "csv" && terrain_sheets::read(bytes).is_ok() => Some(Media::Csv),
        Some(Err(NotTaken::Heic)) if claim.is_none_or(|c| c == Claim::Picture) => return Err(NotTaken::Heic),
        found => found.and_then(Result::ok),
    };
    match (found, claim) {
        (Some(media), Some(claim)) if media.claim() != claim => Err(NotTaken::NotWhatItSays),
        (Some(media), _) => Ok(media),
        (None, Some(_)) => Err(NotTaken::NotWhatItSays),
        (None, None) => Err(NotTaken::Type),
    }
}

/// What the first bytes say (and for workbooks, whether they can be read as one).
fn sniffed(bytes: &[u8]) -> Option<Result<Media, NotTaken>> {
    let at = |from: usize, sign: &[u8]| bytes.get(from..).is_some_and(|rest| rest.starts_with(sign));
    let plain: [(&[u8], Media); 11] = [
        (b"\xff\xd8\xff", Media::Picture(ImageFormat::Jpeg)),
        (b"\x89PNG\r\n\x1a\n", Media::Picture(ImageFormat::Png)),
        (b"%PDF-", Media::Pdf),
        (b"ID3", Media::Mp3),
        (b"\xff\xfb", Media::Mp3),
        (b"\xff\xf3", Media::Mp3),
        (b"\xff\xf2", Media::Mp3),
        (b"\xff\xfa", Media::Mp3),
        (b"OggS", Media::Ogg),
        (b"#!AMR\n", Media::Amr),
        (b"#!AMR-WB\n", Media::Amr),
    ];
    if let Some((_, media)) = plain.iter().find(|(sign, _)| at(0, sign)) {
        return Some(Ok(*media));
    }
    match () {
        () if at(0, b"RIFF") && at(8, b"WEBP") => Some(Ok(Media::Picture(ImageFormat::WebP))),
        () if at(0, b"RIFF") && at(8, b"WAVE") => Some(Ok(Media::Wav)),
        () if at(4, b"ftyp") => boxed(bytes),
        () if at(0, b"PK\x03\x04") => is_workbook(bytes).then_some(Ok(Media::Xlsx)),
        () if at(0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") => is_workbook(bytes).then_some(Ok(Media::Xls)),
        () => None,
    }
}

/// Sound, video or a photo in the container of ISO/IEC 14496-12, by its brand and by what its tracks hold.
fn boxed(bytes: &[u8]) -> Option<Result<Media, NotTaken>> {
    let brand = bytes.get(8..12)?;
    // A track says in `hdlr`, after its version, flags and four zeros, what it holds.
    let shows = || bytes.windows(16).any(|w| w.starts_with(b"hdlr") && w.ends_with(b"vide"));
    match brand {
        b"heic" | b"heix" | b"hevc" | b"heim" | b"heis" | b"mif1" | b"msf1" | b"avif" => Some(Err(NotTaken::Heic)),
        b"M4A " | b"M4B " => Some(Ok(Media::M4a)),
        [b'3', b'g', ..] => Some(Ok(if shows() { Media::Video3gp } else { Media::Audio3gp })),
        b"isom" | b"iso2" | b"iso4" | b"iso5" | b"iso6" | b"mp41" | b"mp42" | b"avc1" | b"dash" | b"MSNV" | b"M4V "
        | b"M4VP" => Some(Ok(if shows() { Media::Mp4 } else { Media::M4a })),
        _ => None,
    }
}

/// Whether it is read as a workbook; one that only has too much in it is one.
fn is_workbook(bytes: &[u8]) -> bool {
    !matches!(terrain_sheets::read(bytes), Err(SheetError::Damaged(_) | SheetError::Bomb | SheetError::OldFormat))
}

/// Longest name that is kept, in characters.
const NAME_MAX: usize = 120;
/// How a file is called whose name leaves nothing.
const NAMELESS: &str = "document";

/// The name as it is kept: without folders, signs that cannot be seen or that turn the reading direction, and what other
/// systems do not allow in names; ending as its content does.
pub(crate) fn clean_name(name: &str, media: Media) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let turns = |c: char| matches!(c, '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}');
    let kept = |c: char| !c.is_control() && !turns(c) && !matches!(c, ':' | '*' | '?' | '"' | '<' | '>' | '|');
    let spaced = last.chars().map(|c| if c.is_whitespace() { ' ' } else { c }).filter(|c| kept(*c)).collect::<String>();
    let words: Vec<&str> = spaced.split(' ').filter(|w| !w.is_empty()).collect();
    let whole = words.join(" ");
    let whole = whole.trim_matches(['.', ' ']);
    let endings = media.endings();
    let usual = endings.first().copied().unwrap_or_default();
    let (stem, ending) = match whole.rsplit_once('.') {
        Some((stem, ending)) if endings.contains(&ending.to_lowercase().as_str()) => (stem, ending),
        // A picture is JPEG now, whatever it was.
        Some((stem, _)) if matches!(media, Media::Picture(_)) => (stem, usual),
        _ => (whole, usual),
    };
    let room = NAME_MAX.saturating_sub(ending.chars().count() + 1);
    let stem: String = stem.trim_end_matches(['.', ' ']).chars().take(room).collect();
    let stem = if stem.trim().is_empty() { NAMELESS.to_owned() } else { stem };
    format!("{}.{ending}", stem.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    const JPEG: Media = Media::Picture(ImageFormat::Jpeg);

    fn movie(brand: &[u8; 4], track: &[u8; 4]) -> Vec<u8> {
        [&b"\0\0\0\x18ftyp"[..], brand, b"\0\0\0\0isomiso2", b"....hdlr\0\0\0\0\0\0\0\0", track, b"...."].concat()
    }

    /// The content decides; a name that promises another thing is not believed, in either direction.
    #[test]
    fn content_says_what_a_file_is() {
        fn check(name: &str, bytes: &[u8], expected: Result<Media, NotTaken>) {
            assert_eq!(media_of(name, bytes), expected, "{name}");
        }
        check("photo.JPG", b"\xff\xd8\xff\xe0", Ok(JPEG));
        check("photo", b"\xff\xd8\xff\xe0", Ok(JPEG));
        check("photo.png", b"\xff\xd8\xff\xe0", Ok(JPEG));
        check("photo.webp", b"RIFF....WEBPVP8 ", Ok(Media::Picture(ImageFormat::WebP)));
        check("liste.jpg", b"nom,telephone\n", Err(NotTaken::NotWhatItSays));
        check("photo.pdf", b"\xff\xd8\xff\xe0", Err(NotTaken::NotWhatItSays));
        check("facture.pdf", b"%PDF-1.7", Ok(Media::Pdf));
        check("facture.pdf", b"MZ\x90\0", Err(NotTaken::NotWhatItSays));
        check("setup.exe", b"MZ\x90\0", Err(NotTaken::Type));
        check("page.html", b"<html><script>", Err(NotTaken::Type));
        check("dessin.svg", b"<svg xmlns=", Err(NotTaken::Type));
        check("notes.txt", b"bonjour", Err(NotTaken::Type));
        check("vide.jpg", b"", Err(NotTaken::NotWhatItSays));
        check("voix.mp3", b"ID3\x04", Ok(Media::Mp3));
        check("voix.mp3", b"\xff\xfb\x90\x64", Ok(Media::Mp3));
        check("voix.ogg", b"OggS\0", Ok(Media::Ogg));
        check("voix.wav", b"RIFF....WAVEfmt ", Ok(Media::Wav));
        check("voix.amr", b"#!AMR\n", Ok(Media::Amr));
        check("voix.m4a", &movie(b"M4A ", b"soun"), Ok(Media::M4a));
        check("voix.m4a", &movie(b"isom", b"soun"), Ok(Media::M4a));
        check("film.mp4", &movie(b"isom", b"vide"), Ok(Media::Mp4));
        check("film.3gp", &movie(b"3gp5", b"vide"), Ok(Media::Video3gp));
        check("film.jpg", &movie(b"isom", b"vide"), Err(NotTaken::NotWhatItSays));
        check("film.mov", &movie(b"qt  ", b"vide"), Err(NotTaken::Type));
        check("IMG_1.HEIC", &movie(b"heic", b"pict"), Err(NotTaken::Heic));
        check("IMG_1.jpg", &movie(b"mif1", b"pict"), Err(NotTaken::Heic));
        check("liste.csv", "nom;téléphone\nIda;0600000000\n".as_bytes(), Ok(Media::Csv));
        check("liste.csv", b"MZ\x90\0\0\0\x01\x02", Err(NotTaken::NotWhatItSays));
        check("liste.xlsx", b"PK\x03\x04 but no workbook", Err(NotTaken::NotWhatItSays));
        check("appli.apk", b"PK\x03\x04 but no workbook", Err(NotTaken::Type));
        check("lettre.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Err(NotTaken::Type));
    }

    /// Names hold nothing that leads elsewhere, hides, or reads other than it is.
    #[test]
    fn names_are_plain() {
        fn check(name: &str, media: Media, expected: &str) {
            assert_eq!(clean_name(name, media), expected, "{name:?}");
        }
        check("presse.jpg", JPEG, "presse.jpg");
        check("Presse à huile (2).JPEG", JPEG, "Presse à huile (2).JPEG");
        check("صورة المعصرة.png", JPEG, "صورة المعصرة.jpg");
        check("../../etc/passwd", Media::Pdf, "passwd.pdf");
        check("C:\\Users\\x\\..\\rapport.pdf", Media::Pdf, "rapport.pdf");
        check("facture\u{202e}gpj.pdf", Media::Pdf, "facturegpj.pdf");
        check("a\u{0}b\u{7f}\nc\u{200f}.pdf", Media::Pdf, "ab c.pdf");
        check("facture.pdf.exe", Media::Pdf, "facture.pdf.exe.pdf");
        check("rapport", Media::Pdf, "rapport.pdf");
        check(" . .. ", Media::Pdf, "document.pdf");
        check("", JPEG, "document.jpg");
        check(".jpg", JPEG, "jpg.jpg");
        check("que?*<>|\":.pdf", Media::Pdf, "que.pdf");
        let long = clean_name(&format!("{}.pdf", "é".repeat(500)), Media::Pdf);
        assert_eq!(long.chars().count(), NAME_MAX);
        assert!(long.ends_with("é.pdf"));
    }
}
