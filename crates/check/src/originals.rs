//! Whether an original can be made into renditions, told from the parts of its file: decoding every photograph of an
//! archive would take hours.

use strait_confined::{Confined, ConfinedError};
use strait_darkroom::{Darkroom, PictureError, check_bytes};
use strait_faults::ContentFault;
use strait_faults::Findings;
use strait_faults::PlaceFault;
use strait_report::problem::Bilingual;

/// Above this, in bytes, an original is slow to make.
const HUGE_BYTES: u64 = 20 << 20;
/// Above this, in pixels, it is too; six thousand by six thousand.
const HUGE_PIXELS: usize = 36_000_000;

/// Why an original cannot be looked at.
#[derive(Debug, thiserror::Error)]
enum OriginalError {
    #[error(transparent)]
    Confined(#[from] ConfinedError),
    #[error(transparent)]
    Picture(#[from] PictureError),
}

/// What is wrong with an original, by its path below `pictures`.
pub fn check(inside: &Confined, src: &str, darkroom: &Darkroom) -> Findings {
    look(inside, src, darkroom).unwrap_or_else(|error| Findings::of(fault(&error)))
}

fn look(inside: &Confined, src: &str, darkroom: &Darkroom) -> Result<Findings, OriginalError> {
    let path = format!("pictures/{src}");
    let length = inside.metadata(&path)?.len();
    check_bytes(length)?;
    let _room = darkroom.room_for(length);
    let seen = darkroom.look(&inside.read(&path)?.bytes)?;
    let mut findings = Findings::default();
    seen.remarks.into_iter().for_each(|remark| findings.add("", remark));
    let (width, height) = (seen.width as usize, seen.height as usize);
    if length > HUGE_BYTES || width.saturating_mul(height) > HUGE_PIXELS {
        let megabytes = usize::try_from(length >> 20).unwrap_or(usize::MAX);
        findings.add("", PlaceFault::HugePicture { megabytes, width, height });
    }
    Ok(findings)
}

fn fault(error: &OriginalError) -> ContentFault {
    match error {
        OriginalError::Picture(error) => ContentFault::of_picture(error),
        OriginalError::Confined(error) => ContentFault::of(error)
            .unwrap_or_else(|| ContentFault::BadPicture(Bilingual::new(error.to_string(), error.to_string()))),
    }
}
