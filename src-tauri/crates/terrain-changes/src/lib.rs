//! The log's algebra: what a change is, how changes are encoded, sealed, signed and chained, which of them are live, and
//! who may write them. Pure: no I/O, clock or chance; nonces and keys are arguments.
//!
//! The encodings here are pinned by `tests/golden.txt`: every later version must read them.
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic))]

mod authority;
mod chain;
mod codec;
mod control;
mod document;
mod header;
mod id;
mod keys;
mod live;
mod operation;
mod personal;
mod segment;
mod signed;
mod vector;

pub use authority::{Authority, End, Reason, Standing, Verdict};
pub use chain::{Chains, Link, Position};
pub use codec::CodecError;
pub use control::{ControlOp, prove_device};
pub use document::{EVENT, EventContent, event_id};
pub use header::CentreHeader;
pub use id::{ChangeId, DeviceId, Hash32, KeyId};
pub use keys::{KeyRing, PaperKey, RingKey, SubjectKey};
pub use live::{Advance, Live, RowChange, RowState, Settled, advance, row_state, settled};
pub use operation::{BaseRef, Change, Content, OP_ACK, Operation, ROW, RowLife};
pub use personal::Sealed;
pub use segment::{SEGMENT_BYTES_MAX, Segment, SegmentError, SegmentHeader, open_payload, parse_segment, seal_segment};
pub use signed::{Signed, SignedError};
pub use vector::{Tip, Vector};

pub use ed25519_dalek::{SigningKey, VerifyingKey};
