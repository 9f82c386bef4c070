//! Starting a centre, once, in an empty folder; reading its header.

use terrain_changes::{CentreHeader, Signed, SignedError};

use crate::{Centre, Disk, DiskError, SyncError};

/// The newest centre that this app writes.
const APP: u32 = 1;

/// Makes a centre in an empty (or not yet existing) folder; nothing else ever does.
pub fn start_centre(disk: &dyn Disk, header: &[u8], slug: &str) -> Result<(), SyncError> {
    match disk.names("") {
        Ok(names) if names.is_empty() => {}
        Ok(_) => return Err(SyncError::NotEmpty),
        Err(DiskError::Missing { .. }) => disk.make_folder("")?,
        Err(e) => return Err(e.into()),
    }
    let centre = Centre::new(disk, slug);
    centre.put(&centre.inside("header"), header)
}

/// Reads and verifies a centre's header: its bytes, and what they say.
pub fn read_header(centre: &Centre<'_>) -> Result<(Vec<u8>, CentreHeader), SyncError> {
    let bytes = centre.read_small(&centre.inside("header"))?.ok_or(SyncError::HeaderMissing)?;
    let signed = Signed::open(CentreHeader::MAGIC, &bytes).map_err(|e| match e {
        SignedError::Newer { found, known } => SyncError::Newer { found: found.into(), known: known.into() },
        other => SyncError::HeaderBad(other.to_string()),
    })?;
    let header = CentreHeader::decode(&signed.payload).map_err(|e| SyncError::HeaderBad(e.to_string()))?;
    if header.root.0 != signed.by.to_bytes() {
        return Err(SyncError::HeaderBad("not signed by the programme's paper key".into()));
    }
    if header.app_min > APP {
        return Err(SyncError::Newer { found: header.app_min, known: APP });
    }
    Ok((bytes, header))
}
