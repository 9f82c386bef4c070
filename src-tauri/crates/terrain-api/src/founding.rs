//! What a programme begins with: keys, the paper key's own segment, the first laptop, and the admission of others. Nothing
//! here touches a disk.

use terrain_changes::{
    CentreHeader, Change, DeviceId, Hash32, KeyRing, Operation, PaperKey, ROW, RingKey, RowLife, SegmentHeader, Signed,
    SigningKey, Vector, prove_device, seal_segment,
};
use terrain_domain::{PUBLISHED_TABLES, REGION, Role, TABLE_NUMBER, Table, Value, new_v7, v5};
use terrain_store::{Env, Identity, Incoming, OpName, Store, StoreError, fresh, seal_envelope};
use uuid::Uuid;

use crate::Fault;

/// A programme's beginning.
pub struct Founding {
    /// The secret to be printed.
    pub paper: PaperKey,
    /// The coordinator's laptop.
    pub identity: Identity,
    /// The paper key's own segment: the first certificate and the permission table.
    pub root: Vec<u8>,
    /// The programme's keys, sealed so that only the paper key opens them.
    pub envelope: Vec<u8>,
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

    fn identity(self, person: Uuid, of: &Programme) -> Identity {
        let (header, centre, ring) = (of.header.clone(), of.centre.clone(), of.ring.clone());
        let (device, signing, receiving) = (self.id, self.signing, self.receiving);
        Identity { header, centre, device, signing, receiving, person, ring }
    }

    fn certificate(&self, person: Uuid, role: Role) -> Vec<(&'static str, Value)> {
        vec![
            ("device", Value::Text(self.id.to_string())),
            ("person", Value::Id(person)),
            ("role", Value::Text(role.code().into())),
            ("from_seq", Value::Int(1)),
            ("signing_key", Value::Text(Hash32(self.signing.verifying_key().to_bytes()).to_string())),
            ("receiving_key", Value::Text(self.recipient.clone())),
            ("proof", Value::Text(prove_device(&self.id, &person, &self.signing))),
        ]
    }
}

/// What all laptops of a programme share.
struct Programme {
    header: Vec<u8>,
    centre: CentreHeader,
    ring: KeyRing,
}

fn recipient(identity: &str) -> Result<String, Fault> {
    terrain_store::recipient_of(identity).map_err(Fault::from)
}

/// Draws the keys of a new programme and of its first laptop.
pub fn found(name: &str, env: &mut Env) -> Result<Founding, Fault> {
    found_under(name, env, TABLE_NUMBER)
}

/// The same as an app did that knew tables up to this one.
pub fn found_under(name: &str, env: &mut Env, newest_table: u32) -> Result<Founding, Fault> {
    let now = env.now();
    let paper = PaperKey(fresh());
    let ring = KeyRing(vec![RingKey(fresh())]);
    let device = NewDevice::draw(env)?;
    let programme = new_v7(now.0, &device.id.0, env.chance());
    let person = new_v7(now.0, &device.id.0, env.chance());
    let centre = CentreHeader {
        programme,
        name: name.to_owned(),
        slug: REGION.slug.into(),
        root: Hash32(paper.root().verifying_key().to_bytes()),
        recipient: recipient(&paper.identity())?,
        first_key: ring.current().map(RingKey::id).unwrap_or_default(),
        app_min: 1,
    };
    let payload = centre.encode().map_err(StoreError::from)?;
    let header = Signed::seal(CentreHeader::MAGIC, &payload, &paper.root());
    let certificate = new_v7(now.0, &DeviceId::root(&programme).0, env.chance());
    let first = (certificate, person);
    let root = root_segment(&paper, &ring, programme, first, &device, newest_table, now)?;
    let envelope = seal_envelope(&ring.to_bytes(), &centre.recipient)?;
    let identity = device.identity(person, &Programme { header, centre, ring });
    Ok(Founding { paper, identity, root, envelope })
}

/// Writes the programme and its coordinator into the first, empty replica.
pub fn begin(store: &mut Store, founding: &Founding, coordinator: &str) -> Result<(), Fault> {
    store.merge(vec![Incoming { place: "root".into(), bytes: founding.root.clone() }])?;
    let centre = &founding.identity.centre;
    let text = |t: &str| Value::Text(t.to_owned());
    let programme = [("name_fr", text(&centre.name)), ("region_code", text(REGION.code))];
    store.write(OpName::Start, None, |w| {
        w.create_as("programme", centre.programme, &programme)?;
        w.create_as("person", founding.identity.person, &[("name", text(coordinator))])
    })?;
    Ok(())
}

/// Admits a person with a new laptop; gives the identity that the laptop takes.
pub fn admit(coordinator: &mut Store, name: &str, role: Role) -> Result<Identity, Fault> {
    let device = NewDevice::draw(coordinator.env())?;
    let name = [("name", Value::Text(name.to_owned()))];
    let (person, _) = coordinator.write(OpName::Create, None, |w| w.create("person", &name))?;
    let certificate = device.certificate(person, role);
    coordinator.write(OpName::Enrol, None, |w| w.create("certificate", &certificate))?;
    let own = coordinator.identity();
    let programme = Programme { header: own.header.clone(), centre: own.centre.clone(), ring: own.ring.clone() };
    Ok(device.identity(person, &programme))
}

/// Gives a new replica all that this one has, so that it can work before its first sync.
pub fn hand_over(from: &mut Store, to: &mut Store) -> Result<(), Fault> {
    from.seal()?;
    let mut incoming = Vec::new();
    for name in from.segments()? {
        let bytes = from.segment_bytes(&name.hash)?.unwrap_or_default();
        incoming.push(Incoming { place: "start".into(), bytes });
    }
    to.merge(incoming)?;
    to.take_subject_keys(&from.subject_keys())?;
    Ok(())
}

/// The paper key's own segment: the first certificate and the permission table.
fn root_segment(
    paper: &PaperKey,
    ring: &KeyRing,
    programme: Uuid,
    (certificate, person): (Uuid, Uuid),
    device: &NewDevice,
    newest_table: u32,
    (at, clock_ok): (i64, bool),
) -> Result<Vec<u8>, Fault> {
    let mut changes = vec![Change::plain("certificate", certificate, ROW, RowLife::Alive.value())];
    for (field, value) in device.certificate(person, Role::RegionalCoordinator) {
        changes.push(Change::plain("certificate", certificate, field, value));
    }
    // Older tables too, so that laptops with an older app can write.
    for published in PUBLISHED_TABLES {
        let unreadable = |_| StoreError::Incomplete("permission table");
        let table: Table = serde_json::from_str(published).map_err(unreadable)?;
        if table.number > newest_table {
            continue;
        }
        let written = serde_json::to_string(&table).map_err(unreadable)?;
        let schema = v5("schema", &[&table.number.to_string(), &written]);
        changes.push(Change::plain("schema", schema, ROW, RowLife::Alive.value()));
        changes.push(Change::plain("schema", schema, "number", Value::Int(i64::from(table.number))));
        changes.push(Change::plain("schema", schema, "table", Value::Text(written)));
    }
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
        schema: newest_table,
        at,
        continues: false,
    };
    let encoded = operation.encode().map_err(StoreError::from)?;
    Ok(seal_segment(&header, &[encoded], key, fresh(), &paper.root()).map_err(StoreError::from)?)
}
