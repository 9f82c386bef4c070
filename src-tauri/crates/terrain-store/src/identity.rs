//! Who this replica is: programme, person, device and keys, kept inside the encrypted file alone.

use rusqlite::Connection;
use terrain_changes::{CentreHeader, DeviceId, KeyRing, SigningKey};
use uuid::Uuid;

use crate::StoreError;

/// The replica's own names and secrets.
#[derive(Clone)]
pub struct Identity {
    /// The signed header of the programme's centre, as stored there.
    pub header: Vec<u8>,
    /// The same, read.
    pub centre: CentreHeader,
    /// This device.
    pub device: DeviceId,
    /// Its signature key.
    pub signing: SigningKey,
    /// Its age identity, to which new keys are sent.
    pub receiving: String,
    /// The person who works here.
    pub person: Uuid,
    /// The programme's keys.
    pub ring: KeyRing,
}

pub(crate) fn put(db: &Connection, key: &str, value: &[u8]) -> Result<(), StoreError> {
    db.prepare_cached("INSERT INTO meta(key, value) VALUES (?1, ?2) ON CONFLICT DO UPDATE SET value = excluded.value")?
        .execute((key, value))?;
    Ok(())
}

pub(crate) fn get(db: &Connection, key: &str) -> Result<Option<Vec<u8>>, StoreError> {
    let mut find = db.prepare_cached("SELECT value FROM meta WHERE key = ?1")?;
    let mut rows = find.query([key])?;
    Ok(match rows.next()? {
        Some(row) => Some(row.get(0)?),
        None => None,
    })
}

impl Identity {
    pub(crate) fn save(&self, db: &Connection) -> Result<(), StoreError> {
        put(db, "header", &self.header)?;
        put(db, "centre", &self.centre.encode()?)?;
        put(db, "device", &self.device.0)?;
        put(db, "signing", &self.signing.to_bytes())?;
        put(db, "receiving", self.receiving.as_bytes())?;
        put(db, "person", self.person.as_bytes())?;
        put(db, "ring", &self.ring.to_bytes())
    }

    pub(crate) fn load(db: &Connection) -> Result<Self, StoreError> {
        let need = |key: &'static str| get(db, key)?.ok_or(StoreError::Incomplete(key));
        let bad = StoreError::Incomplete;
        Ok(Self {
            centre: CentreHeader::decode(&need("centre")?)?,
            header: need("header")?,
            device: DeviceId::from_slice(&need("device")?).ok_or(bad("device"))?,
            signing: SigningKey::from_bytes(&need("signing")?.try_into().map_err(|_| bad("signing"))?),
            receiving: String::from_utf8(need("receiving")?).map_err(|_| bad("receiving"))?,
            person: Uuid::from_slice(&need("person")?).map_err(|_| bad("person"))?,
            ring: KeyRing::from_bytes(&need("ring")?).ok_or(bad("ring"))?,
        })
    }
}
