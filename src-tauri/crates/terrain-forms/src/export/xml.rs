//! Instance XML, as ODK's clients submit it.

use std::borrow::Cow;

use quick_xml::Writer;
use quick_xml::events::{BytesEnd, BytesStart, BytesText, Event};

use super::{Element, Submission};

/// Deepest entry that is written; forms are far flatter.
const DEPTH_MAX: usize = 100;

/// The instance: nodes in the order of the sheet, repeats as siblings, what is not asked left out.
pub fn to_xml(submission: &Submission) -> String {
    let mut writer = Writer::new(Vec::new());
    let mut root = BytesStart::new(submission.root.name.as_str());
    root.push_attribute(("id", legal(&submission.form_id).as_ref()));
    if !submission.version.is_empty() {
        root.push_attribute(("version", legal(&submission.version).as_ref()));
    }
    root.push_attribute(("xmlns:jr", "http://openrosa.org/javarosa"));
    root.push_attribute(("xmlns:orx", "http://openrosa.org/xforms"));
    // Writing into memory does not fail.
    let _written = inside(&mut writer, &submission.root, root, 0);
    String::from_utf8(writer.into_inner()).unwrap_or_default()
}

fn inside(writer: &mut Writer<Vec<u8>>, element: &Element, start: BytesStart<'_>, depth: usize) -> std::io::Result<()> {
    if element.children.is_empty() && element.value.is_empty() || depth > DEPTH_MAX {
        return writer.write_event(Event::Empty(start));
    }
    let end = start.name().as_ref().to_owned();
    writer.write_event(Event::Start(start))?;
    if !element.value.is_empty() {
        let escaped = quick_xml::escape::partial_escape(legal(&element.value)).replace('\r', "&#13;");
        writer.write_event(Event::Text(BytesText::from_escaped(escaped)))?;
    }
    for child in &element.children {
        inside(writer, child, BytesStart::new(child.name.as_str()), depth + 1)?;
    }
    writer.write_event(Event::End(BytesEnd::new(end)))
}

/// Without the characters that XML 1.0 has no way to write.
fn legal(text: &str) -> Cow<'_, str> {
    let bad = |c: char| (c < ' ' && !matches!(c, '\t' | '\n' | '\r')) || matches!(c, '\u{fffe}' | '\u{ffff}');
    if text.contains(bad) { Cow::Owned(text.replace(bad, "")) } else { Cow::Borrowed(text) }
}

#[cfg(test)]
mod tests {
    use quick_xml::Reader;

    use super::*;

    /// Path and value of every leaf, as another program reads them.
    fn read(xml: &str) -> Vec<(String, String)> {
        let (mut reader, mut path, mut found, mut text) =
            (Reader::from_str(xml), Vec::new(), Vec::new(), String::new());
        loop {
            match reader.read_event().unwrap() {
                Event::Start(start) => {
                    path.push(start.name().as_ref().to_owned());
                    text.clear();
                }
                Event::Empty(start) => {
                    let name = start.name();
                    found.push((format!("{}/{}", path.join("/"), name.as_ref()), String::new()));
                }
                Event::Text(more) => text.push_str(&more.xml10_content()),
                Event::GeneralRef(entity) => {
                    let whole = format!("&{};", &*entity.xml10_content());
                    text.push_str(&quick_xml::escape::unescape(&whole).unwrap());
                }
                Event::End(_) => {
                    if !text.is_empty() {
                        found.push((path.join("/"), std::mem::take(&mut text)));
                    }
                    path.pop();
                }
                Event::Eof => return found,
                _ => {}
            }
        }
    }

    fn leaf(name: &str, value: &str) -> Element {
        Element { name: name.into(), value: value.into(), ..Element::default() }
    }

    /// What is written reads back as it was, whatever is in it.
    #[test]
    fn values_come_back() {
        let values = [
            "a < b & c > d",
            "\"l'été\"",
            "تعاونية",
            "]]>",
            "two\nlines\r\nthree\ttabs",
            "<!-- x -->",
            "=1+1",
            "&amp;",
        ];
        let mut root = Element { name: "data".into(), ..Element::default() };
        root.children = values.iter().map(|v| leaf("a", v)).chain([leaf("é-b.c", "")]).collect();
        root.children.push(Element {
            name: "g".into(),
            children: vec![leaf("x", "\u{0}1\u{b}")],
            ..Element::default()
        });
        let submission =
            Submission { form_id: "f\"<&".into(), version: "1".into(), instance_id: "uuid:1".into(), root };
        let xml = to_xml(&submission);
        assert!(xml.starts_with("<data id=\"f&quot;&lt;&amp;\" version=\"1\" xmlns:jr="), "{xml}");
        let mut expected: Vec<(String, String)> = values.iter().map(|v| ("data/a".into(), (*v).into())).collect();
        expected.extend([("data/é-b.c".into(), String::new()), ("data/g/x".into(), "1".into())]);
        assert_eq!(read(&xml), expected);
    }
}
