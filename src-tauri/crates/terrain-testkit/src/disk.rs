//! A target in memory that knows what was flushed and can be stopped at any operation.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use terrain_sync::{Disk, DiskError, Entry};

/// What a stop leaves behind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum After {
    /// All that was done stays: the process died, the system lived.
    Keep,
    /// What was not flushed is gone, names included: the power went.
    Drop,
    /// Half of each file that was not flushed is there, the rest is zeros.
    Tear,
}

#[derive(Clone, Default)]
struct Content {
    /// In the order of making: names carry hashes of fresh keys, so their order differs from run to run.
    number: u64,
    bytes: Vec<u8>,
    flushed: Vec<u8>,
}

/// Files as they lie there, in the order in which they were made.
pub type Image = Vec<(u64, String, Vec<u8>)>;

type Names = BTreeMap<String, Rc<RefCell<Content>>>;

/// The disk. Paths are names with `/`; folders are there as soon as they are made.
#[derive(Default)]
pub struct RamDisk {
    names: RefCell<Names>,
    /// Names as they would be after a loss of power.
    flushed: RefCell<Names>,
    stop: Cell<Option<(u64, After)>>,
    stopped: Cell<bool>,
    /// Operations since the last [`RamDisk::count`].
    operations: Cell<u64>,
    /// Operations that changed something.
    changes: Cell<u64>,
    made: Cell<u64>,
    /// Bytes that still fit.
    room: Cell<Option<u64>>,
    /// Nothing may be written.
    pub read_only: Cell<bool>,
}

impl RamDisk {
    /// From now on the n-th operation (from 0) and all after it fail, until [`RamDisk::recover`].
    pub fn stop_at(&self, n: u64, after: After) {
        self.operations.set(0);
        self.stop.set(Some((n, after)));
    }

    /// Says how many operations there were since the last time, and how many of them changed something.
    pub fn count(&self) -> (u64, u64) {
        (self.operations.replace(0), self.changes.replace(0))
    }

    /// After a stop: what a person finds on plugging the stick in again. Gives whether it had stopped.
    pub fn recover(&self) -> bool {
        let stopped = self.stopped.replace(false);
        let after = self.stop.take().map(|(_, after)| after);
        if let (true, Some(after @ (After::Drop | After::Tear))) = (stopped, after) {
            if after == After::Drop {
                self.names.replace(self.flushed.borrow().clone());
            }
            for content in self.names.borrow().values() {
                let mut content = content.borrow_mut();
                if content.bytes != content.flushed {
                    content.bytes = if after == After::Drop { content.flushed.clone() } else { torn(&content.bytes) };
                }
                content.flushed = content.bytes.clone();
            }
        }
        self.flushed.replace(self.names.borrow().clone());
        stopped
    }

    /// Only so many bytes fit from now on, or as many as wanted.
    pub fn set_room(&self, room: Option<u64>) {
        self.room.set(room);
    }

    /// Everything as it lies there.
    pub fn image(&self) -> Image {
        let names = self.names.borrow();
        let one =
            |(path, c): (&String, &Rc<RefCell<Content>>)| (c.borrow().number, path.clone(), c.borrow().bytes.clone());
        let mut image: Image = names.iter().map(one).collect();
        image.sort();
        image
    }

    /// Puts files back as they were; those not in `image` go.
    pub fn restore(&self, image: &Image) {
        let content = |(number, path, bytes): &(u64, String, Vec<u8>)| {
            let content = Content { number: *number, bytes: bytes.clone(), flushed: bytes.clone() };
            (path.clone(), Rc::new(RefCell::new(content)))
        };
        let names: Names = image.iter().map(content).collect();
        self.flushed.replace(names.clone());
        self.names.replace(names);
    }

    fn operation(&self, path: &str, changes: bool) -> Result<(), DiskError> {
        let n = self.operations.get();
        self.operations.set(n + 1);
        if self.stop.get().is_some_and(|(at, _)| n >= at) {
            self.stopped.set(true);
            return Err(DiskError::Failed { path: path.into(), reason: "stopped".into() });
        }
        if changes {
            if self.read_only.get() {
                return Err(DiskError::ReadOnly { path: path.into() });
            }
            self.changes.set(self.changes.get() + 1);
        }
        Ok(())
    }

    fn content(&self, path: &str) -> Result<Rc<RefCell<Content>>, DiskError> {
        self.names.borrow().get(path).cloned().ok_or_else(|| DiskError::Missing { path: path.into() })
    }
}

fn torn(bytes: &[u8]) -> Vec<u8> {
    let mut torn = bytes.to_vec();
    let half = torn.len() / 2;
    torn[half..].fill(0);
    torn
}

fn folder_of(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

impl Disk for RamDisk {
    fn list(&self, folder: &str) -> Result<Vec<Entry>, DiskError> {
        self.operation(folder, false)?;
        let inside = format!("{folder}/");
        let names = self.names.borrow();
        let below = names.iter().filter(|(path, _)| folder.is_empty() || path.starts_with(&inside));
        Ok(below.map(|(path, c)| Entry { path: path.clone(), length: c.borrow().bytes.len() as u64 }).collect())
    }

    fn names(&self, folder: &str) -> Result<Vec<String>, DiskError> {
        self.operation(folder, false)?;
        let inside = if folder.is_empty() { String::new() } else { format!("{folder}/") };
        let names = self.names.borrow();
        let below = names.keys().filter_map(|path| path.strip_prefix(&inside));
        let mut names: Vec<String> = below.filter_map(|rest| rest.split('/').next().map(str::to_owned)).collect();
        names.dedup();
        Ok(names)
    }

    fn length(&self, path: &str) -> Result<Option<u64>, DiskError> {
        self.operation(path, false)?;
        Ok(self.names.borrow().get(path).map(|content| content.borrow().bytes.len() as u64))
    }

    fn read(&self, path: &str, bytes_max: u64) -> Result<Vec<u8>, DiskError> {
        self.operation(path, false)?;
        let content = self.content(path)?;
        let bytes = &content.borrow().bytes;
        Ok(if bytes.len() as u64 <= bytes_max { bytes.clone() } else { Vec::new() })
    }

    fn read_at(&self, path: &str, from: u64, length: u64) -> Result<Vec<u8>, DiskError> {
        self.operation(path, false)?;
        let content = self.content(path)?;
        let bytes = &content.borrow().bytes;
        let end = (from.saturating_add(length) as usize).min(bytes.len());
        Ok(bytes.get(from as usize..end).unwrap_or_default().to_vec())
    }

    fn make_folder(&self, folder: &str) -> Result<(), DiskError> {
        self.operation(folder, false)
    }

    fn create(&self, path: &str, length: u64) -> Result<(), DiskError> {
        self.operation(path, true)?;
        if let Some(room) = self.room.get() {
            let left = room.checked_sub(length).ok_or_else(|| DiskError::Full { path: path.into() })?;
            self.room.set(Some(left));
        }
        let number = self.made.get();
        self.made.set(number + 1);
        let content = Content { number, bytes: vec![0; length as usize], flushed: Vec::new() };
        self.names.borrow_mut().insert(path.into(), Rc::new(RefCell::new(content)));
        Ok(())
    }

    fn write(&self, path: &str, bytes: &[u8]) -> Result<(), DiskError> {
        self.operation(path, true)?;
        self.content(path)?.borrow_mut().bytes = bytes.to_vec();
        Ok(())
    }

    fn write_at(&self, path: &str, from: u64, bytes: &[u8]) -> Result<(), DiskError> {
        self.operation(path, true)?;
        let content = self.content(path)?;
        let (mut content, from) = (content.borrow_mut(), from as usize);
        content.bytes[from..from + bytes.len()].copy_from_slice(bytes);
        Ok(())
    }

    fn flush(&self, path: &str) -> Result<(), DiskError> {
        self.operation(path, true)?;
        let content = self.content(path)?;
        let bytes = content.borrow().bytes.clone();
        content.borrow_mut().flushed = bytes;
        Ok(())
    }

    fn rename(&self, from: &str, to: &str) -> Result<(), DiskError> {
        self.operation(to, true)?;
        let content = self.content(from)?;
        let mut names = self.names.borrow_mut();
        names.remove(from);
        names.insert(to.into(), content);
        Ok(())
    }

    fn flush_folder(&self, folder: &str) -> Result<(), DiskError> {
        self.operation(folder, true)?;
        let mut flushed = self.flushed.borrow_mut();
        flushed.retain(|path, _| folder_of(path) != folder);
        let names = self.names.borrow();
        let here = names.iter().filter(|(path, _)| folder_of(path) == folder);
        flushed.extend(here.map(|(path, content)| (path.clone(), content.clone())));
        Ok(())
    }

    fn remove(&self, path: &str) -> Result<(), DiskError> {
        self.operation(path, true)?;
        let gone = self.names.borrow_mut().remove(path);
        gone.map(|_| ()).ok_or_else(|| DiskError::Missing { path: path.into() })
    }

    fn free(&self) -> Option<u64> {
        self.room.get()
    }
}
