//! A new entry: its defaults, and what is carried over from the cooperative's last one.

use terrain_domain::Value;
use terrain_forms::{Answers, InstanceKey, Place};
use terrain_store::OpName;
use uuid::Uuid;

use super::fill::write_answers;
use super::of_visit::open_with_visit;
use super::open::{Content, Entry};
use super::promises::open_with_plan;
use crate::fields::{find_row, known_kind};
use crate::records::Created;
use crate::{Fault, Session};

/// Begins an entry of a form for a cooperative, for a visit where it belongs to one.
pub fn new_entry(session: &mut Session, form: &str, cooperative: &str, visit: Option<&str>) -> Result<Created, Fault> {
    let form_row = session.find_form(form, None)?;
    let form = session.form(&form_row)?;
    let cooperative = find_row(&session.store, known_kind("cooperative")?, cooperative)?;
    let visit = visit.map(|v| find_row(&session.store, known_kind("visit")?, v)).transpose()?;
    let id = session.store.new_id();
    let env = session.form_env(&id, &cooperative)?;
    let mut filling = terrain_forms::Session::new(form.clone(), env);
    let last = session.last_finalised(&cooperative, &form_row, None)?;
    // One whose version of the form has not come is no reason not to begin.
    let last = last.and_then(|last| session.open_entry(&last, Content::Counted).ok());
    if let Some(last) = last {
        for (node, id) in form.nodes.iter().zip(0..) {
            let Some(from) = node.previous.as_deref().filter(|p| *p != "yes") else { continue };
            let place = Place { instance: InstanceKey::ROOT, node: terrain_forms::NodeId(id) };
            let value = last.place(from).ok().and_then(|p| last.session.node(&p)).map(|s| s.value).unwrap_or_default();
            // A value that is no answer any more is simply not carried over.
            if node.repeat.is_none() && !value.is_empty() && filling.kept(&place).is_none() {
                let _ = filling.fill(&place, &value);
            }
        }
    }
    open_with_plan(session, &mut filling, &cooperative)?;
    if let Some(row) = visit.map(|v| session.store.row("visit", &v)).transpose()?.flatten() {
        open_with_visit(session.today(), &mut filling, &row);
    }
    let answers = filling.answers();
    let subject = visit.map_or(Value::Null, Value::Id);
    let fields = [("form", Value::Id(form_row.id)), ("cooperative", Value::Id(cooperative)), ("subject", subject)];
    session.store.write(OpName::NewEntry, None, |w| {
        w.create_as("entry", id, &fields)?;
        if form.nodes.iter().any(|n| n.personal) {
            w.make_key("entry", id)?;
        }
        write_answers(w, (id, &form), &Answers::default(), &answers)
    })?;
    Ok(Created { id, findings: Vec::new() })
}

impl Session {
    /// The cooperative's last finalised entry of the same form, but this one, as it was sealed.
    pub(crate) fn earlier(&mut self, entry: &Entry) -> Result<Option<Entry>, Fault> {
        let last = self.last_finalised(&entry.cooperative, &entry.form_row, Some(&entry.id))?;
        Ok(last.and_then(|id| self.open_entry(&id, Content::Counted).ok()))
    }

    /// The cooperative's last finalised entry of this form, in any version, other than one.
    pub(crate) fn last_finalised(
        &mut self,
        cooperative: &Uuid,
        form_row: &terrain_store::Row,
        but: Option<&Uuid>,
    ) -> Result<Option<Uuid>, Fault> {
        let form_id = form_row.fields.get("form_id").cloned().unwrap_or(Value::Null);
        let forms: Vec<Uuid> = self.store.rows("form", &[("form_id", form_id)])?.iter().map(|r| r.id).collect();
        let entries = self.store.rows("entry", &[("cooperative", Value::Id(*cooperative))])?;
        let of_form = |entry: &&terrain_store::Row| {
            matches!(entry.fields.get("form"), Some(Value::Id(f)) if forms.contains(f)) && Some(&entry.id) != but
        };
        let entries: Vec<Uuid> = entries.iter().filter(of_form).map(|entry| entry.id).collect();
        let stands = self.stands(&entries)?.into_iter();
        let last = stands.filter_map(|(entry, stand)| Some((stand.finalised_at?, entry))).max();
        Ok(last.map(|(_, id)| id))
    }
}
