//! Photos are reduced before they are kept: upright, small, and without anything but what they show. A photo of a telephone
//! has 3 to 8 MB, says where and when it was taken and by which device, and travels on sticks.
//!
//! A pure function of bytes; decoding belongs to the crate `image`.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageError, ImageFormat, ImageReader, Limits, RgbImage};

/// Largest picture that is kept, in bytes.
pub(crate) const PICTURE_BYTES_MAX: usize = 300_000;
/// Longest side that is kept, in pixels: a page of a register photographed whole stays readable.
/// What comes after the first sizes is for pictures like noise, which nobody takes.
const SIDES: [u32; 5] = [1_600, 1_280, 960, 640, 400];
/// Qualities of JPEG that are tried at each size, the best first.
const QUALITIES: [u8; 3] = [85, 75, 60];
/// A picture with more pixels is not unpacked: telephones take up to 50 million by themselves. It takes four bytes each.
const PIXELS_MAX: u64 = 64_000_000;
/// Memory that unpacking may take.
const ALLOC_MAX: u64 = 320 << 20;

/// Why a picture cannot be reduced.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PictureError {
    /// More pixels than are unpacked.
    TooLarge {
        /// In pixels.
        width: u32,
        /// In pixels.
        height: u32,
    },
    /// It cannot be shown.
    Damaged,
}

impl From<ImageError> for PictureError {
    fn from(_: ImageError) -> Self {
        Self::Damaged
    }
}

/// The picture as JPEG of at most [`PICTURE_BYTES_MAX`], upright, without metadata. Small pictures are made anew as well.
pub(crate) fn reduce(bytes: &[u8], format: ImageFormat) -> Result<Vec<u8>, PictureError> {
    let mut decoder = ImageReader::with_format(Cursor::new(bytes), format).into_decoder()?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > PIXELS_MAX {
        return Err(PictureError::TooLarge { width, height });
    }
    let mut limits = Limits::default();
    limits.max_alloc = Some(ALLOC_MAX);
    decoder.set_limits(limits)?;
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let mut picture = fitted(DynamicImage::from_decoder(decoder)?, SIDES.first().copied().unwrap_or_default());
    picture.apply_orientation(orientation);
    let picture = DynamicImage::ImageRgb8(on_white(&picture));
    let mut smallest = Vec::new();
    for side in SIDES {
        let sized = fitted(picture.clone(), side);
        for quality in QUALITIES {
            smallest.clear();
            sized.write_with_encoder(JpegEncoder::new_with_quality(&mut smallest, quality))?;
            if smallest.len() <= PICTURE_BYTES_MAX {
                return Ok(smallest);
            }
        }
    }
    // Not reached by any picture: 400 × 400 pixels of noise stay far below at the last quality.
    Err(PictureError::Damaged)
}

/// No side longer than this.
fn fitted(picture: DynamicImage, side: u32) -> DynamicImage {
    if picture.width().max(picture.height()) <= side { picture } else { picture.thumbnail(side, side) }
}

/// What is transparent becomes white, as on paper.
fn on_white(picture: &DynamicImage) -> RgbImage {
    if !picture.color().has_alpha() {
        return picture.to_rgb8();
    }
    let with_alpha = picture.to_rgba8();
    let mut flat = RgbImage::new(with_alpha.width(), with_alpha.height());
    for (to, from) in flat.pixels_mut().zip(with_alpha.pixels()) {
        let [r, g, b, alpha] = from.0.map(u32::from);
        let blend = |c: u32| u8::try_from((c * alpha + 255 * (255 - alpha)) / 255).unwrap_or(u8::MAX);
        to.0 = [r, g, b].map(blend);
    }
    flat
}

#[cfg(test)]
mod tests {
    use image::{Rgb, Rgba, RgbaImage};

    use super::*;

    fn encoded(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
        let mut bytes = Cursor::new(Vec::new());
        picture.write_to(&mut bytes, format).unwrap();
        bytes.into_inner()
    }

    fn seen(bytes: &[u8]) -> RgbImage {
        image::load_from_memory_with_format(bytes, ImageFormat::Jpeg).unwrap().to_rgb8()
    }

    /// Noise, the picture that is hardest to make small.
    fn noise(width: u32, height: u32) -> DynamicImage {
        let mut state = 1u64;
        let picture = RgbImage::from_fn(width, height, |_, _| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            let bytes = state.to_be_bytes();
            Rgb([bytes[0], bytes[1], bytes[2]])
        });
        DynamicImage::ImageRgb8(picture)
    }

    /// Red on the left, blue on the right, with an EXIF block that says how it lies and where it was taken.
    fn with_exif(orientation: u8) -> Vec<u8> {
        let half = |x: u32| if x < 40 { Rgb([255, 0, 0]) } else { Rgb([0, 0, 255]) };
        let plain = encoded(&DynamicImage::ImageRgb8(RgbImage::from_fn(80, 40, |x, _| half(x))), ImageFormat::Jpeg);
        let mut tiff = b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x02".to_vec();
        tiff.extend([1, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0]);
        // A pointer to a GPS block with one entry, the reference of the latitude.
        tiff.extend([0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, 38, 0, 0, 0, 0]);
        tiff.extend([0, 1, 0, 1, 0, 2, 0, 0, 0, 2, b'N', 0, 0, 0, 0, 0, 0, 0]);
        tiff.extend(b"AGADIR-30.42N");
        let length = u16::try_from(tiff.len() + 2).unwrap().to_be_bytes();
        [&plain[..2], &[0xff, 0xe1], &length, &tiff, &plain[2..]].concat()
    }

    fn holds(bytes: &[u8], part: &[u8]) -> bool {
        bytes.windows(part.len()).any(|w| w == part)
    }

    /// Whatever the orientation says is done to the pixels, and nothing is left that says more than the picture shows.
    #[test]
    fn pictures_stand_upright_and_say_nothing_else() {
        // Orientation → size, and the colour of the top left corner.
        for (orientation, size, red) in
            [(1, (80, 40), true), (3, (80, 40), false), (6, (40, 80), true), (8, (40, 80), false)]
        {
            let photo = with_exif(orientation);
            assert!(holds(&photo, b"AGADIR") && holds(&photo, b"Exif"));
            let reduced = reduce(&photo, ImageFormat::Jpeg).unwrap();
            for trace in [&b"AGADIR"[..], b"Exif", b"http://ns.adobe.com", b"Photoshop", b"ICC_PROFILE"] {
                assert!(!holds(&reduced, trace), "{orientation}: {trace:?}");
            }
            let picture = seen(&reduced);
            assert_eq!(picture.dimensions(), size, "{orientation}");
            let corner = picture.get_pixel(2, 2);
            assert_eq!(corner[0] > corner[2], red, "{orientation}: {corner:?}");
        }
    }

    /// The largest pictures, of the worst content, in each format, come under the limit; their shape stays.
    #[test]
    fn every_picture_comes_under_the_limit() {
        for (format, width, height) in
            [(ImageFormat::Jpeg, 3_000, 2_000), (ImageFormat::Png, 1_200, 1_800), (ImageFormat::WebP, 900, 900)]
        {
            let large = encoded(&noise(width, height), format);
            let reduced = reduce(&large, format).unwrap();
            assert!(reduced.len() <= PICTURE_BYTES_MAX, "{format:?}: {} from {}", reduced.len(), large.len());
            let (w, h) = seen(&reduced).dimensions();
            assert!(w.max(h) <= 1_600 && w.abs_diff(h * width / height) <= 2, "{format:?}: {w} × {h}");
        }
        let strip = reduce(&encoded(&noise(9_000, 3), ImageFormat::Png), ImageFormat::Png).unwrap();
        assert_eq!(seen(&strip).width(), 1_600);
    }

    /// What is transparent is white, not black.
    #[test]
    fn nothing_is_white() {
        let clear = RgbaImage::from_pixel(20, 20, Rgba([0, 0, 0, 0]));
        let reduced = reduce(&encoded(&DynamicImage::ImageRgba8(clear), ImageFormat::Png), ImageFormat::Png).unwrap();
        assert!(seen(&reduced).get_pixel(5, 5).0.iter().all(|c| *c > 250));
    }

    /// Damaged pictures and those that would unpack to more than memory holds are refused; none makes it panic.
    #[test]
    fn hostile_pictures_are_refused() {
        let mut bomb = encoded(&noise(8, 8), ImageFormat::Png);
        // The width and height of the header; its checksum is made right below.
        bomb[16..24].copy_from_slice(&[0, 0, 0xff, 0xff, 0, 0, 0xff, 0xff]);
        let crc = crc32(&bomb[12..29]);
        bomb[29..33].copy_from_slice(&crc.to_be_bytes());
        let refused = reduce(&bomb, ImageFormat::Png).unwrap_err();
        assert_eq!(refused, PictureError::TooLarge { width: 65_535, height: 65_535 });
        for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP] {
            let sound = encoded(&noise(40, 30), format);
            assert_eq!(reduce(&[], format), Err(PictureError::Damaged));
            for at in (0..sound.len()).step_by(7) {
                let _ = reduce(&sound[..at], format);
                let mut turned = sound.clone();
                turned[at] ^= 0x40;
                let _ = reduce(&turned, format);
            }
        }
    }

    /// The checksum of PNG (ISO/IEC 15948, annex D), for one header.
    fn crc32(bytes: &[u8]) -> u32 {
        !bytes.iter().fold(!0u32, |crc, byte| {
            (0..8).fold(crc ^ u32::from(*byte), |c, _| if c & 1 == 1 { 0xedb8_8320 ^ (c >> 1) } else { c >> 1 })
        })
    }
}
