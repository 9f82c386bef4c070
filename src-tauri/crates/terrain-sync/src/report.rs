//! What a sync tells: its steps while it runs, and its result.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// A step of a sync, for progress.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// Reading the header.
    Header,
    /// Listing the target.
    List,
    /// Reading what is new.
    Pull,
    /// Merging it.
    Merge,
    /// Sealing own changes.
    Seal,
    /// Writing what the target lacks.
    Push,
    /// Reading it back.
    Verify,
    /// Making the next generation of the central file.
    Publish,
    /// Copying the replica into a backup.
    Copy,
}

/// Told at every step how much of it is done; answers whether to go on.
pub type Progress<'p> = &'p mut dyn FnMut(Step, u64, u64) -> bool;

/// Something to look at.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Finding {
    /// Message id.
    pub code: String,
    /// What the message says.
    pub args: BTreeMap<String, String>,
}

impl Finding {
    /// A finding with its arguments.
    pub fn new(code: &str, args: &[(&str, &str)]) -> Self {
        Self { code: code.into(), args: args.iter().map(|(k, v)| ((*k).into(), (*v).into())).collect() }
    }
}

/// The result of a sync; all counts are of this run.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Report {
    /// Own changes that are now in the centre and were not before.
    pub sent: u64,
    /// Changes merged here.
    pub received: u64,
    /// Fields newly in disagreement.
    pub conflicts: u64,
    /// Operations newly not accepted.
    pub quarantined: u64,
    /// Records that this merge took out of sight.
    pub hidden: u64,
    /// All own work was seen complete in the centre.
    pub delivered: bool,
    /// Number of the generation published, if one was.
    pub published: Option<u64>,
    /// Bytes read from the target.
    pub bytes_read: u64,
    /// Bytes written to the target.
    pub bytes_written: u64,
    /// How long it took, by this laptop's clock.
    pub duration_ms: u64,
    /// Things to look at.
    pub findings: Vec<Finding>,
    /// Files written again for others or for itself.
    pub healed: u64,
    /// Workbooks and evidence written into the centre for the first time.
    #[serde(default)]
    pub attachments_sent: u64,
    /// Workbooks and evidence that came here.
    #[serde(default)]
    pub attachments_received: u64,
}

/// What a sync would do.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Preview {
    /// Own changes not yet in the centre.
    pub send: u64,
    /// Segments that are new for this laptop.
    pub receive_files: u64,
    /// Their bytes.
    pub receive_bytes: u64,
    /// Segments that the centre lacks, others' included.
    pub send_files: u64,
    /// Their bytes (own unsealed changes not counted).
    pub send_bytes: u64,
    /// Workbooks and evidence that are there and not here, as far as rows here name them.
    pub receive_attachments: u64,
    /// Their bytes.
    pub receive_attachment_bytes: u64,
    /// Workbooks and evidence that the centre lacks.
    pub send_attachments: u64,
    /// Their bytes.
    pub send_attachment_bytes: u64,
    /// Number of the central file that is there.
    pub generation: Option<u64>,
}
