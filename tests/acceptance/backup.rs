//! Backups: whole or not at all, proved, restored; a restored laptop goes on and loses nothing.

use std::fs;
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use serde_json::json;
use terrain_api as api;
use terrain_testkit::{After, BackupHead, RamDisk, SyncError, unpack_backup, write_backup};

#[expect(clippy::disallowed_methods, reason = "a test's own files, and a laptop that dies")]
fn removes(path: &Path) {
    if path.is_dir() { fs::remove_dir_all(path).unwrap() } else { fs::remove_file(path).unwrap() }
}

const NAME: &str = "souss-massa.mourafaka-backup";

/// A small programme on real disks: a coordinator, one coach and their centre.
struct Ground {
    root: tempfile::TempDir,
}

impl Ground {
    fn new() -> Self {
        let root = tempfile::tempdir().unwrap();
        let plan = terrain_demo::Plan { cooperatives: 1, coaches: 1, months: 1, seed: 3, start: None };
        terrain_demo::make(root.path(), &plan, &mut |_, _, _| true).unwrap();
        Self { root }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.root.path().join(name)
    }

    fn open(&self, name: &str) -> api::Session {
        api::Session::open(&self.path(name), terrain_demo::PASSPHRASE, api::Env::system()).unwrap()
    }

    fn sets(&self, name: &str, field: &str, value: &str) {
        let mut session = self.open(name);
        let row = api::list(&mut session, "cooperative", &[]).unwrap()[0]["id"].as_str().unwrap().to_owned();
        api::set(&mut session, "cooperative", &row, &terrain_testkit::json(json!({ field: value }))).unwrap();
    }

    fn syncs(&self, name: &str) {
        api::sync(&mut self.open(name), Some(&self.path("central")), &mut |_, _, _| true).unwrap();
    }

    fn backs_up(&self, name: &str, to: &str) -> PathBuf {
        api::backup(&mut self.open(name), &self.path(to), &mut |_, _, _| true).unwrap();
        self.path(to)
    }

    fn proves(&self, name: &str, backup: &Path) -> Result<api::ProofView, api::Fault> {
        api::prove(&mut self.open(name), backup, &mut |_, _, _| true)
    }
}

/// What a backup is made of, for disks that break.
fn copied(ground: &Ground) -> (PathBuf, BackupHead) {
    let session = &mut ground.open("coach-1");
    let copy = ground.path("copy");
    assert!(session.store().copy_to(&copy, &mut |_, _| true).unwrap());
    let programme = session.store().identity().centre.programme;
    let head = BackupHead::of(&copy, programme, "a wrapped key".to_owned(), 0).unwrap();
    (copy, head)
}

fn unpacks(disk: &RamDisk, to: &Path) -> Result<BackupHead, SyncError> {
    let done = unpack_backup(disk, NAME, to, &mut |_, _, _| true);
    if to.exists() {
        removes(to);
    }
    done
}

/// Wherever the power goes: what stands under the name is whole, and a person who stops it finds nothing.
#[test]
fn a_backup_is_there_whole_or_not_at_all() {
    let ground = Ground::new();
    let (copy, head) = copied(&ground);
    let disk = RamDisk::default();
    write_backup(&copy, &head, &disk, NAME, &mut |_, _, _| true).unwrap();
    let (operations, _) = disk.count();
    assert_eq!(unpacks(&disk, &ground.path("back")).unwrap(), head);
    for after in [After::Keep, After::Drop, After::Tear] {
        for n in 0..operations {
            let disk = RamDisk::default();
            disk.stop_at(n, after);
            let written = write_backup(&copy, &head, &disk, NAME, &mut |_, _, _| true);
            disk.recover();
            let there = disk.image().iter().any(|(_, path, _)| path == NAME);
            assert!(there || written.is_err(), "{after:?} at {n}: said to be there and is not");
            if there {
                assert_eq!(unpacks(&disk, &ground.path("back")).unwrap(), head, "{after:?} at {n}");
            }
        }
    }
    let mut steps = 0;
    loop {
        let (disk, mut told) = (RamDisk::default(), 0);
        let stopped = write_backup(&copy, &head, &disk, NAME, &mut |_, _, _| {
            told += 1;
            told <= steps
        });
        if stopped.is_ok() {
            break;
        }
        assert!(matches!(stopped, Err(SyncError::Stopped)), "{stopped:?}");
        assert_eq!(disk.image(), [], "stopped at step {steps}");
        steps += 1;
    }
    assert!(steps > 2);
    let full = RamDisk::default();
    full.set_room(Some(head.length / 2));
    let refused = write_backup(&copy, &head, &full, NAME, &mut |_, _, _| true);
    assert!(matches!(refused, Err(SyncError::Full { needed, .. }) if needed > head.length), "{refused:?}");
    assert_eq!(full.image(), []);
}

/// A byte that changed anywhere is found; a sound backup says how far behind it is.
#[test]
fn a_backup_is_proved() {
    let ground = Ground::new();
    let backup = ground.backs_up("coach-1", "one.mourafaka-backup");
    let proof = ground.proves("coach-1", &backup).unwrap();
    assert_eq!((proof.same, proof.behind, proof.ahead, proof.same_passphrase), (true, 0, 0, true));
    assert!(proof.contents.changes > 0 && proof.contents.rows > 0);
    ground.sets("coach-1", "douar", "Douar A");
    let proof = ground.proves("coach-1", &backup).unwrap();
    assert_eq!((proof.same, proof.behind, proof.ahead), (false, 1, 0));
    let left: Vec<_> = fs::read_dir(ground.path("coach-1")).unwrap().map(|e| e.unwrap().file_name()).collect();
    assert!(left.iter().all(|name| !name.to_string_lossy().starts_with("scratch-")), "{left:?}");

    let steps = std::cell::Cell::new(0);
    let all = api::prove(&mut ground.open("coach-1"), &backup, &mut |_, _, _| {
        steps.set(steps.get() + 1);
        true
    });
    assert!(all.is_ok());
    for at in 1..=steps.get() {
        let mut told = 0;
        let stopped = api::prove(&mut ground.open("coach-1"), &backup, &mut |_, _, _| {
            told += 1;
            told < at
        });
        assert_eq!(stopped.unwrap_err().code, "fault-backup-stopped", "stopped at step {at}");
    }

    let refused = |name: &str, path: &Path| ground.proves(name, path).unwrap_err().code;
    assert_eq!(refused("coordinator", &backup), "fault-backup-other");
    assert_eq!(refused("coach-1", &ground.path("coach-1").join("key")), "fault-backup-none");
    let length = fs::metadata(&backup).unwrap().len();
    for at in [0, 20, 40, 100, length / 3, length / 2, length - 1] {
        let flip = || {
            let mut file = fs::OpenOptions::new().read(true).write(true).open(&backup).unwrap();
            let mut byte = [0];
            file.seek(SeekFrom::Start(at)).unwrap();
            file.read_exact(&mut byte).unwrap();
            file.seek(SeekFrom::Start(at)).unwrap();
            file.write_all(&[byte[0] ^ 1]).unwrap();
        };
        flip();
        let fault = ground.proves("coach-1", &backup).unwrap_err();
        assert!(["fault-backup-damaged", "fault-backup-none"].contains(&fault.code), "byte {at}: {}", fault.code);
        assert_eq!(fault.args["path"], backup.display().to_string(), "the file is named, not its folder");
        let restored = api::restore(
            &backup,
            &ground.path("elsewhere"),
            terrain_demo::PASSPHRASE,
            api::Env::system(),
            &mut |_, _, _| true,
        );
        assert!(restored.is_err() && !ground.path("elsewhere").exists(), "byte {at}");
        flip();
    }
    assert!(ground.proves("coach-1", &backup).is_ok());
}

/// A laptop dies after it has delivered more: restored from an older backup it goes on, and nobody's word is lost.
#[test]
fn a_restored_laptop_goes_on() {
    let ground = Ground::new();
    for name in ["coach-1", "coordinator", "coach-1"] {
        ground.syncs(name);
    }
    let conflicts = api::status(&mut ground.open("coach-1")).unwrap().conflicts;
    let backup = ground.backs_up("coach-1", "one.mourafaka-backup");
    ground.sets("coach-1", "douar", "Douar A");
    ground.syncs("coach-1");
    removes(&ground.path("coach-1"));
    let restore = || {
        let data = ground.path("coach-1");
        api::restore(&backup, &data, terrain_demo::PASSPHRASE, api::Env::system(), &mut |_, _, _| true)
    };
    assert_eq!(restore().unwrap().person, api::status(&mut ground.open("coach-1")).unwrap().person);
    assert_eq!(restore().unwrap_err().code, "fault-data-folder-exists", "never over what is there");
    ground.sets("coach-1", "acronym", "Sigle B");
    for name in ["coach-1", "coordinator", "coach-1", "coordinator"] {
        ground.syncs(name);
    }
    for name in ["coach-1", "coordinator"] {
        let mut session = ground.open(name);
        let shown = api::list(&mut session, "cooperative", &[]).unwrap();
        assert_eq!((&shown[0]["douar"], &shown[0]["acronym"]), (&json!("Douar A"), &json!("Sigle B")), "{name}");
        let status = api::status(&mut session).unwrap();
        assert_eq!((status.unsent, status.conflicts), (0, conflicts), "{name}: nothing lost, nothing torn apart");
    }
}

/// Where a backup may be made, and what it is then called.
#[test]
fn a_backup_takes_no_place_of_others() {
    let ground = Ground::new();
    let check = |to: &Path, code: &str| {
        let made = api::backup(&mut ground.open("coach-1"), to, &mut |_, _, _| true);
        assert_eq!(made.unwrap_err().code, code, "{}", to.display());
    };
    let backup = ground.backs_up("coach-1", "one.mourafaka-backup");
    check(&backup, "fault-file-exists");
    check(&ground.path("coach-1").join("inside"), "fault-backup-inside");
    check(&ground.path("nowhere/one"), "fault-target-gone");
    let mut session = ground.open("coach-1");
    let stopped = api::backup(&mut session, ground.root.path(), &mut |_, _, _| false);
    assert_eq!(stopped.unwrap_err().code, "fault-backup-stopped");
    let made = api::backup(&mut session, ground.root.path(), &mut |_, _, _| true).unwrap();
    assert!(made.name.starts_with("souss-massa-") && ground.path(&made.name).is_file(), "{}", made.name);
    assert_eq!(api::status(&mut session).unwrap().last_backup, Some(made.at));
}
