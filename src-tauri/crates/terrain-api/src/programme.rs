//! Starting a programme: paper key, coordinator's laptop, coaches' laptops, centre.

use std::fs;
use std::path::{Path, PathBuf};

use serde::Serialize;
use terrain_changes::PaperKey;
use terrain_domain::{FieldType, Input, Role, Value};
use terrain_store::{Env, StoreError};
use terrain_sync::{Folder, put_root_envelope, start_centre};
use uuid::Uuid;

use crate::founding::{Founding, admit, begin, found, hand_over};
use crate::session::{check_passphrase, write_new};
use crate::{Fault, ProgressFn, Session};

/// A coach whose laptop is prepared with the programme.
#[derive(Clone, Debug)]
pub struct NewCoach {
    /// Name.
    pub name: String,
    /// The coach's data folder, which must not exist or be empty.
    pub data: PathBuf,
    /// Its passphrase.
    pub passphrase: String,
}

/// What is needed to start a programme.
#[derive(Clone, Debug)]
pub struct NewProgramme {
    /// Name in French.
    pub name: String,
    /// The coordinator's name.
    pub person: String,
    /// The coordinator's data folder, which must not exist or be empty.
    pub data: PathBuf,
    /// Its passphrase.
    pub passphrase: String,
    /// Folder of the centre, which must not exist or be empty.
    pub central: PathBuf,
    /// File for the paper key, which must not exist: to be printed and then destroyed. None where it is printed otherwise.
    pub paper_key_out: Option<PathBuf>,
    /// Coaches' laptops.
    pub coaches: Vec<NewCoach>,
}

/// A programme that has started.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(feature = "types", derive(ts_rs::TS))]
pub struct Started {
    /// Its row.
    pub programme: Uuid,
    /// The coordinator's row.
    pub person: Uuid,
    /// The coaches' rows, in the order given.
    pub coaches: Vec<Uuid>,
    /// The central file.
    pub central_file: String,
    /// Where the paper key was written; empty where it was not.
    pub paper_key: String,
}

/// Starts a programme. On failure nothing that it made remains.
///
/// `envs` gives each laptop its clock and chance, the coordinator's first.
pub fn start_programme(
    new: &NewProgramme,
    envs: &mut dyn FnMut() -> Env,
    progress: &mut ProgressFn<'_>,
) -> Result<Started, Fault> {
    prepare_programme(new.clone(), envs())?.start(envs, progress)
}

/// A programme whose keys are drawn, and of which nothing is on any disk: the paper key can be printed and tried before
/// anything hangs on it. Let go, it never was.
pub struct Prepared {
    new: NewProgramme,
    founding: Founding,
    /// Of the coordinator's laptop; drawn again where a start failed.
    env: Option<Env>,
}

/// Checks what is asked for and draws the keys.
pub fn prepare_programme(new: NewProgramme, mut env: Env) -> Result<Prepared, Fault> {
    check_passphrase(&new.passphrase)?;
    for coach in &new.coaches {
        check_passphrase(&coach.passphrase)?;
    }
    check_places(&new)?;
    let founding = found(&new.name, &mut env)?;
    Ok(Prepared { new, founding, env: Some(env) })
}

impl Prepared {
    /// The paper key as it is printed: groups of six characters.
    pub fn paper_key(&self) -> String {
        self.founding.paper.to_words()
    }

    /// Starts it. On failure nothing that this made remains, and it can be tried again with the same paper key.
    pub fn start(&mut self, envs: &mut dyn FnMut() -> Env, progress: &mut ProgressFn<'_>) -> Result<Started, Fault> {
        check_places(&self.new)?;
        let env = self.env.take().unwrap_or_else(&mut *envs);
        let mut made = Made::default();
        let started = start(&self.new, &self.founding, env, envs, &mut made, progress);
        if started.is_err() {
            made.take_back();
        }
        started
    }
}

/// What an attempt has really made so far. Somebody else may be starting a programme in the same places at the same moment:
/// only what is surely ours is taken back.
#[derive(Default)]
struct Made {
    paper_key: Option<PathBuf>,
    data: Vec<PathBuf>,
    /// The centre's folder, the place of its header, and the header that we wrote there.
    centre: Option<(PathBuf, PathBuf, Vec<u8>)>,
}

impl Made {
    #[expect(clippy::disallowed_methods, reason = "only what this attempt made")]
    fn take_back(&self) {
        for folder in &self.data {
            let _ = fs::remove_dir_all(folder);
        }
        if let Some((folder, header, ours)) = &self.centre
            && fs::read(header).is_ok_and(|there| there == *ours)
        {
            let _ = fs::remove_dir_all(folder);
        }
        if let Some(file) = &self.paper_key {
            let _ = fs::remove_file(file);
        }
    }
}

/// Whether everything that a start would make can be made: names that can be written down, places that are free. Checked
/// before anything is asked or done.
pub fn check_places(new: &NewProgramme) -> Result<(), Fault> {
    let coaches = new.coaches.iter().map(|c| ("person", c.name.as_str()));
    for (kind, name) in [("programme", new.name.as_str()), ("person", &new.person)].into_iter().chain(coaches) {
        match FieldType::Text.accept(&Input::Text(name.to_owned())) {
            Ok(Value::Null) => {
                return Err(Fault::input("fault-required-missing", &[("kind", kind), ("fields", "name")]));
            }
            Ok(_) => {}
            Err(refusal) => return Err(Fault::refused_value(kind, &refusal)),
        }
    }
    let mut folders: Vec<&Path> = vec![&new.data];
    folders.extend(new.coaches.iter().map(|c| c.data.as_path()));
    for (i, folder) in folders.iter().enumerate() {
        let inside = |other: &Path| folder.starts_with(other) || other.starts_with(folder);
        let taken = folders.iter().take(i).any(|other| inside(other)) || inside(&new.central);
        if taken || !is_free(folder) {
            return Err(Fault::input("fault-data-folder-exists", &[("path", &folder.display().to_string())]));
        }
    }
    let paper = new.paper_key_out.as_deref();
    if !is_free(&new.central) || paper.is_some_and(|p| p.starts_with(&new.central)) {
        return Err(Fault::input("fault-folder-not-empty", &[("path", &new.central.display().to_string())]));
    }
    if let Some(paper) = paper.filter(|p| p.exists()) {
        return Err(Fault::input("fault-file-exists", &[("path", &paper.display().to_string())]));
    }
    Ok(())
}

pub(crate) fn is_free(folder: &Path) -> bool {
    match fs::read_dir(folder) {
        Ok(mut entries) => entries.next().is_none(),
        Err(e) => e.kind() == std::io::ErrorKind::NotFound,
    }
}

fn start(
    new: &NewProgramme,
    founding: &Founding,
    env: Env,
    envs: &mut dyn FnMut() -> Env,
    made: &mut Made,
    progress: &mut ProgressFn<'_>,
) -> Result<Started, Fault> {
    let (programme, person) = (founding.identity.centre.programme, founding.identity.person);
    if let Some(out) = &new.paper_key_out {
        if let Some(parent) = out.parent().filter(|p| !p.as_os_str().is_empty()) {
            fs::create_dir_all(parent).map_err(StoreError::from)?;
        }
        write_new(out, paper_text(&new.name, &founding.paper).as_bytes())?;
        made.paper_key = Some(out.clone());
    }
    let mut coordinator = Session::create(&new.data, &new.passphrase, founding.identity.clone(), env)?;
    made.data.push(new.data.clone());
    begin(&mut coordinator.store, founding, &new.person)?;
    let mut coaches = Vec::new();
    for coach in &new.coaches {
        let identity = admit(&mut coordinator.store, &coach.name, Role::Coach)?;
        coaches.push(identity.person);
        let mut session = Session::create(&coach.data, &coach.passphrase, identity, envs())?;
        made.data.push(coach.data.clone());
        hand_over(&mut coordinator.store, &mut session.store)?;
    }

    let folder = Folder::new(&new.central);
    let slug = &founding.identity.centre.slug;
    let at_centre = |e: terrain_sync::SyncError| Fault::of_sync(e, &new.central, &new.data);
    start_centre(&folder, &founding.identity.header, slug).map_err(at_centre)?;
    let header = new.central.join(format!("{slug}.data")).join("header");
    made.centre = Some((new.central.clone(), header, founding.identity.header.clone()));
    put_root_envelope(&folder, slug, &founding.envelope).map_err(at_centre)?;
    crate::sync(&mut coordinator, Some(&new.central), progress)?;
    for coach in &new.coaches {
        let mut session = Session::open(&coach.data, &coach.passphrase, envs())?;
        crate::sync(&mut session, Some(&new.central), progress)?;
    }
    Ok(Started {
        programme,
        person,
        coaches,
        central_file: new.central.join(format!("{slug}.mourafaka")).display().to_string(),
        paper_key: new.paper_key_out.as_ref().map(|p| p.display().to_string()).unwrap_or_default(),
    })
}

/// What is printed: in French and Arabic, since whoever needs it may read either.
fn paper_text(name: &str, paper: &PaperKey) -> String {
    format!(
        "Mourafaka Terrain — clé papier / المفتاح الورقي\n{name}\n\n{}\n\n\
         Imprimez cette page, rangez-la sous clé, puis effacez ce fichier.\n\
         Cette clé ouvre tout et remplace un ordinateur perdu : ne la confiez à personne.\n\
         اطبعوا هذه الصفحة واحفظوها في مكان مقفل ثم احذفوا هذا الملف.\n\
         هذا المفتاح يفتح كل شيء ويعوض حاسوبا ضائعا: لا تسلموه لأحد.\n",
        paper.to_words()
    )
}
