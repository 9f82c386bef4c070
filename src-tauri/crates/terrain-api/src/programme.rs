//! Starting a programme: paper key, coordinator's laptop, coaches' laptops, centre.

use std::fs;
use std::path::{Path, PathBuf};

use serde::Serialize;
use terrain_changes::{
    CentreHeader, Change, DeviceId, Hash32, KeyRing, Operation, PaperKey, ROW, RingKey, RowLife, SegmentHeader, Signed,
    SigningKey, Vector, seal_segment,
};
use terrain_domain::{REGION, Role, TABLE_NUMBER, Table, Value, new_v7, v5};
use terrain_store::{Env, Identity, Incoming, OpName, StoreError, fresh, seal_envelope};
use terrain_sync::{Folder, put_root_envelope, start_centre};
use uuid::Uuid;

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
    /// File for the paper key, which must not exist: to be printed and then destroyed.
    pub paper_key_out: PathBuf,
    /// Coaches' laptops.
    pub coaches: Vec<NewCoach>,
}

/// A programme that has started.
#[derive(Clone, Debug, Serialize)]
pub struct Started {
    /// Its row.
    pub programme: Uuid,
    /// The coordinator's row.
    pub person: Uuid,
    /// The coaches' rows, in the order given.
    pub coaches: Vec<Uuid>,
    /// The central file.
    pub central_file: String,
    /// Where the paper key was written.
    pub paper_key: String,
}

/// A device that does not exist yet: its id and keys.
struct NewDevice {
    id: DeviceId,
    signing: SigningKey,
    receiving: String,
    recipient: String,
}

impl NewDevice {
    fn draw(env: &mut Env) -> Result<Self, Fault> {
        let receiving = PaperKey(fresh()).identity();
        let recipient = recipient(&receiving)?;
        Ok(Self { id: DeviceId(env.id()), signing: SigningKey::from_bytes(&fresh()), receiving, recipient })
    }

    fn certificate(&self, person: Uuid, role: Role) -> Vec<(&'static str, Value)> {
        vec![
            ("device", Value::Text(self.id.to_string())),
            ("person", Value::Id(person)),
            ("role", Value::Text(role.code().into())),
            ("from_seq", Value::Int(1)),
            ("signing_key", Value::Text(Hash32(self.signing.verifying_key().to_bytes()).to_string())),
            ("receiving_key", Value::Text(self.recipient.clone())),
        ]
    }
}

fn recipient(identity: &str) -> Result<String, Fault> {
    terrain_store::recipient_of(identity).map_err(Fault::from)
}

/// Starts a programme. On failure nothing that it made remains.
///
/// `envs` gives each laptop its clock and chance, the coordinator's first.
pub fn start_programme(
    new: &NewProgramme,
    envs: &mut dyn FnMut() -> Env,
    progress: &mut ProgressFn<'_>,
) -> Result<Started, Fault> {
    check_passphrase(&new.passphrase)?;
    for coach in &new.coaches {
        check_passphrase(&coach.passphrase)?;
    }
    check_places(new)?;
    let made = start(new, envs, progress);
    if made.is_err() {
        take_back(new);
    }
    made
}

fn check_places(new: &NewProgramme) -> Result<(), Fault> {
    let mut folders: Vec<&Path> = vec![&new.data];
    folders.extend(new.coaches.iter().map(|c| c.data.as_path()));
    for (i, folder) in folders.iter().enumerate() {
        let twice = folders.iter().take(i).any(|other| other == folder) || *folder == new.central;
        if twice || !is_free(folder) {
            return Err(Fault::input("fault-data-folder-exists", &[("path", &folder.display().to_string())]));
        }
    }
    if !is_free(&new.central) {
        return Err(Fault::input("fault-folder-not-empty", &[("path", &new.central.display().to_string())]));
    }
    if new.paper_key_out.exists() {
        return Err(Fault::input("fault-file-exists", &[("path", &new.paper_key_out.display().to_string())]));
    }
    Ok(())
}

fn is_free(folder: &Path) -> bool {
    match fs::read_dir(folder) {
        Ok(mut entries) => entries.next().is_none(),
        Err(e) => e.kind() == std::io::ErrorKind::NotFound,
    }
}

/// Everything was empty or missing before: what is there now was made by the attempt.
#[expect(clippy::disallowed_methods, reason = "only what this attempt made")]
fn take_back(new: &NewProgramme) {
    for folder in new.coaches.iter().map(|c| &c.data).chain([&new.data, &new.central]) {
        let _ = fs::remove_dir_all(folder);
    }
    let _ = fs::remove_file(&new.paper_key_out);
}

fn start(new: &NewProgramme, envs: &mut dyn FnMut() -> Env, progress: &mut ProgressFn<'_>) -> Result<Started, Fault> {
    let mut env = envs();
    let (now, clock_ok) = env.now();
    let paper = PaperKey(fresh());
    let ring = KeyRing(vec![RingKey(fresh())]);
    let device = NewDevice::draw(&mut env)?;
    let programme = new_v7(now, &device.id.0, env.chance());
    let person = new_v7(now, &device.id.0, env.chance());
    let centre = CentreHeader {
        programme,
        name: new.name.clone(),
        slug: REGION.slug.into(),
        root: Hash32(paper.root().verifying_key().to_bytes()),
        recipient: recipient(&paper.identity())?,
        first_key: ring.current().map(RingKey::id).unwrap_or_default(),
        app_min: 1,
    };
    let payload = centre.encode().map_err(StoreError::from)?;
    let header = Signed::seal(CentreHeader::MAGIC, &payload, &paper.root());
    if let Some(parent) = new.paper_key_out.parent().filter(|p| !p.as_os_str().is_empty()) {
        fs::create_dir_all(parent).map_err(StoreError::from)?;
    }
    write_new(&new.paper_key_out, paper_text(&new.name, &paper).as_bytes())?;

    let identity = |device: &NewDevice, person| Identity {
        header: header.clone(),
        centre: centre.clone(),
        device: device.id,
        signing: device.signing.clone(),
        receiving: device.receiving.clone(),
        person,
        ring: ring.clone(),
    };
    let certificate_row = new_v7(now, &DeviceId::root(&programme).0, env.chance());
    let root = root_segment(&paper, &ring, programme, certificate_row, &device, person, (now, clock_ok))?;
    let mut coordinator = Session::create(&new.data, &new.passphrase, identity(&device, person), env)?;
    coordinator.store.merge(vec![Incoming { place: "root".into(), bytes: root }])?;
    coordinator.store.write(OpName::Start, None, |w| {
        let text = |t: &str| Value::Text(t.to_owned());
        w.create_as("programme", programme, &[("name_fr", text(&new.name)), ("region_code", text(REGION.code))])?;
        w.create_as("person", person, &[("name", text(&new.person))])
    })?;
    let coaches = enrol_coaches(new, &mut coordinator, envs, &identity)?;

    let folder = Folder::new(&new.central);
    let place = new.central.display().to_string();
    let at_centre = |e: terrain_sync::SyncError| Fault::from(e).at(&place);
    start_centre(&folder, &header, &centre.slug).map_err(at_centre)?;
    let envelope = seal_envelope(&ring.to_bytes(), &centre.recipient)?;
    put_root_envelope(&folder, &centre.slug, &envelope).map_err(at_centre)?;
    crate::sync(&mut coordinator, Some(&new.central), progress)?;
    for coach in &new.coaches {
        let mut session = Session::open(&coach.data, &coach.passphrase, envs())?;
        crate::sync(&mut session, Some(&new.central), progress)?;
    }
    Ok(Started {
        programme,
        person,
        coaches,
        central_file: new.central.join(format!("{}.mourafaka", centre.slug)).display().to_string(),
        paper_key: new.paper_key_out.display().to_string(),
    })
}

/// The paper key's own segment: the first certificate and the permission table.
fn root_segment(
    paper: &PaperKey,
    ring: &KeyRing,
    programme: Uuid,
    certificate: Uuid,
    device: &NewDevice,
    person: Uuid,
    (at, clock_ok): (i64, bool),
) -> Result<Vec<u8>, Fault> {
    let table = serde_json::to_string(&Table::current()).map_err(|_| StoreError::Incomplete("permission table"))?;
    let number = TABLE_NUMBER.to_string();
    let schema = v5("schema", &[&number, &table]);
    let mut changes = vec![Change::plain("certificate", certificate, ROW, RowLife::Alive.value())];
    for (field, value) in device.certificate(person, Role::RegionalCoordinator) {
        changes.push(Change::plain("certificate", certificate, field, value));
    }
    changes.push(Change::plain("schema", schema, ROW, RowLife::Alive.value()));
    changes.push(Change::plain("schema", schema, "number", Value::Int(i64::from(TABLE_NUMBER))));
    changes.push(Change::plain("schema", schema, "table", Value::Text(table)));
    let to = changes.len() as u64;
    let name = OpName::Start.code().to_owned();
    let operation = Operation { name, at, clock_ok, note: None, undoes: None, more: false, changes };
    let key = ring.current().ok_or(StoreError::Incomplete("ring"))?;
    let header = SegmentHeader {
        programme,
        key: key.id(),
        device: DeviceId::root(&programme),
        signing: paper.root().verifying_key().to_bytes(),
        from: 1,
        to,
        previous: None,
        deps: Vector::default(),
        schema: TABLE_NUMBER,
        at,
        continues: false,
    };
    let encoded = operation.encode().map_err(StoreError::from)?;
    Ok(seal_segment(&header, &[encoded], key, fresh(), &paper.root()).map_err(StoreError::from)?)
}

fn enrol_coaches(
    new: &NewProgramme,
    coordinator: &mut Session,
    envs: &mut dyn FnMut() -> Env,
    identity: &dyn Fn(&NewDevice, Uuid) -> Identity,
) -> Result<Vec<Uuid>, Fault> {
    let mut enrolled = Vec::new();
    let mut devices = Vec::new();
    for coach in &new.coaches {
        let device = NewDevice::draw(coordinator.store.env())?;
        let name = [("name", Value::Text(coach.name.clone()))];
        let (person, _) = coordinator.store.write(OpName::Create, None, |w| w.create("person", &name))?;
        let certificate = device.certificate(person, Role::Coach);
        coordinator.store.write(OpName::Enrol, None, |w| w.create("certificate", &certificate))?;
        enrolled.push(person);
        devices.push(device);
    }
    coordinator.store.seal()?;
    let segments = coordinator.store.segments()?;
    let keys = coordinator.store.subject_keys();
    for ((coach, device), person) in new.coaches.iter().zip(&devices).zip(&enrolled) {
        let mut session = Session::create(&coach.data, &coach.passphrase, identity(device, *person), envs())?;
        let mut incoming = Vec::new();
        for name in &segments {
            let bytes = coordinator.store.segment_bytes(&name.hash)?.unwrap_or_default();
            incoming.push(Incoming { place: "start".into(), bytes });
        }
        session.store.merge(incoming)?;
        session.store.take_subject_keys(&keys)?;
    }
    Ok(enrolled)
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
