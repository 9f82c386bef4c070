//! What is open on this laptop: nothing, a person's session, or the demonstration's.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError, TryLockError};
use std::time::{Duration, Instant};

use serde::Serialize;
use terrain_api::{Env, Fault, Picked, Prepared, Session};

use crate::place::Place;

/// A session, and whether it is the demonstration's.
pub struct Open {
    /// The door's.
    pub session: Session,
    /// Fictional people and cooperatives.
    pub demonstration: bool,
}

/// The state of the shell.
pub struct Laptop {
    /// The person's data folder, which may not be there yet; and where the choice of another one is remembered.
    place: Mutex<Place>,
    /// What was picked before anybody has opened.
    picked: Mutex<Picked>,
    /// A programme that is about to be started: its keys are drawn, nothing of it is on the disk.
    prepared: Mutex<Option<Prepared>>,
    open: Mutex<Option<Open>>,
    /// The central folder of the open session, for the watch: it must not wait for a sync that has the session.
    central: Mutex<Option<PathBuf>>,
    /// How often somebody wished that what runs should end.
    stops: AtomicU64,
}

/// What is there before anybody has opened anything.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct LaptopView {
    /// empty, locked, open.
    #[cfg_attr(test, ts(type = "'empty' | 'locked' | 'open'"))]
    pub state: &'static str,
    /// A demonstration has been made on this laptop.
    pub demonstration: bool,
    /// The name of a data folder that was chosen in place of the usual one.
    pub elsewhere: Option<String>,
    /// Of the app.
    pub version: &'static str,
    /// Who is at work, where it is open.
    pub opened: Option<OpenedView>,
}

/// Who is at work.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct OpenedView {
    /// The person's name.
    pub person: String,
    /// Role, or nothing where the certificate has ended.
    pub role: Option<String>,
    /// The programme's name.
    pub programme: String,
    /// Fictional people and cooperatives.
    pub demonstration: bool,
    /// What the page kept of itself.
    pub page: BTreeMap<String, String>,
}

/// Also after a panic elsewhere: what is in here is whole at every instant.
fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Laptop {
    /// With nothing open.
    pub fn new(place: Place) -> Self {
        let (place, picked, prepared) = (Mutex::new(place), Mutex::default(), Mutex::default());
        Self { place, picked, prepared, open: Mutex::new(None), central: Mutex::new(None), stops: AtomicU64::new(0) }
    }

    /// The person's data folder.
    pub fn data(&self) -> PathBuf {
        held(&self.place).data().to_path_buf()
    }

    /// Which data folder it is.
    pub fn place(&self) -> MutexGuard<'_, Place> {
        held(&self.place)
    }

    /// Words for what was picked before anybody has opened.
    pub fn picked(&self) -> MutexGuard<'_, Picked> {
        held(&self.picked)
    }

    /// The programme that is about to be started.
    pub fn prepared(&self) -> MutexGuard<'_, Option<Prepared>> {
        held(&self.prepared)
    }

    /// The session, for as long as it takes; others wait.
    pub fn session(&self) -> MutexGuard<'_, Option<Open>> {
        held(&self.open)
    }

    /// The session, unless something is at work in it.
    pub fn idle(&self) -> Option<MutexGuard<'_, Option<Open>>> {
        match self.open.try_lock() {
            Ok(open) => Some(open),
            Err(TryLockError::Poisoned(open)) => Some(open.into_inner()),
            Err(TryLockError::WouldBlock) => None,
        }
    }

    /// Opens the person's data folder.
    pub fn unlock(&self, passphrase: &str) -> Result<OpenedView, Fault> {
        let mut open = self.session();
        // The replica is open in one place at a time.
        *open = None;
        let session = Session::open(&self.data(), passphrase, Env::system())?;
        self.put(&mut open, session, false)
    }

    /// This session is the open one from now on.
    pub fn put(&self, open: &mut Option<Open>, mut session: Session, demonstration: bool) -> Result<OpenedView, Fault> {
        session.take_picked_places_only();
        let mut new = Open { session, demonstration };
        // A session whose state cannot be read is not left open.
        let view = opened(&mut new)?;
        self.learn_central(&new);
        *open = Some(new);
        Ok(view)
    }

    /// Which folder the watch looks for.
    pub fn learn_central(&self, open: &Open) {
        *held(&self.central) = open.session.central().ok().flatten();
    }

    /// Which folder to look for.
    pub fn central(&self) -> Option<PathBuf> {
        held(&self.central).clone()
    }

    /// Closes what is open, once what is at work there has ended.
    pub fn lock(&self) {
        self.stop();
        *self.session() = None;
        *held(&self.central) = None;
    }

    /// Closes what is open before the process ends, unless what is at work there does not end in time, such as on a share that
    /// hangs: what is on the disk is whole at every instant.
    pub fn lock_within(&self, limit: Duration) {
        self.stop();
        let start = Instant::now();
        while start.elapsed() < limit {
            if let Some(mut open) = self.idle() {
                *open = None;
                return;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// What is there.
    pub fn view(&self) -> Result<LaptopView, Fault> {
        let mut open = self.session();
        let opened = open.as_mut().map(opened).transpose()?;
        let place = self.place();
        let state = match (&opened, place.data().join("key").is_file()) {
            (Some(_), _) => "open",
            (None, true) => "locked",
            (None, false) => "empty",
        };
        let demonstration = crate::demonstration::is_there(place.data());
        Ok(LaptopView {
            state,
            demonstration,
            elsewhere: place.elsewhere(),
            version: env!("CARGO_PKG_VERSION"),
            opened,
        })
    }

    /// Asks whatever runs or waits to end at the next safe point.
    pub fn stop(&self) {
        self.stops.fetch_add(1, Ordering::SeqCst);
    }

    /// How often that was asked: a command that began under another number ends.
    pub fn stops(&self) -> u64 {
        self.stops.load(Ordering::SeqCst)
    }
}

fn opened(open: &mut Open) -> Result<OpenedView, Fault> {
    let status = terrain_api::status(&mut open.session)?;
    Ok(OpenedView {
        person: status.person,
        role: status.role.map(str::to_owned),
        programme: status.programme,
        demonstration: open.demonstration,
        page: terrain_api::page_state(&mut open.session)?,
    })
}
