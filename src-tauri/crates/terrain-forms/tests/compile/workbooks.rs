//! Forms that others published: nineteen are read without an error, four are refused where the reference refuses them.

use std::collections::BTreeMap;
use std::path::Path;

use terrain_forms::{CompileOptions, NoMedia, Severity, compile};

use crate::fixture::told;

/// Every workbook: number of nodes, and what is not a warning. The reference is followed for the files that are not here.
const WORKBOOKS: &[(&str, usize, &str)] = &[
    ("CorrelAid__xlsform2lstsv__testA.xlsx", 33, ""),
    ("CorrelAid__xlsform2lstsv__testB.xlsx", 60, ""),
    ("XLSForm__pyxform__UCL_Biomass_Plot_Form.xlsx", 76, ""),
    ("XLSForm__pyxform__attribute_columns_test.xlsx", 59, "settings!C2 XF022"),
    ("XLSForm__pyxform__bad_calc.xlsx", 0, "D2 XF127"),
    ("XLSForm__pyxform__case_insensitivity.xlsx", 8, "SURVEY!A4 XF033"),
    ("XLSForm__pyxform__choice_filter_test.xlsx", 6, ""),
    ("XLSForm__pyxform__duplicate_columns.xlsx", 0, "E1 XF013, settings!C2 XF022"),
    ("XLSForm__pyxform__extra_columns.xlsx", 4, ""),
    ("XLSForm__pyxform__field-list.xlsx", 5, ""),
    ("XLSForm__pyxform__flat_xlsform_test.xlsx", 53, "settings!C2 XF022"),
    ("XLSForm__pyxform__group.xlsx", 7, ""),
    ("XLSForm__pyxform__or_other.xlsx", 6, ""),
    ("XLSForm__pyxform__pull_data.xlsx", 5, ""),
    ("XLSForm__pyxform__repeat_date_test.xls", 9, ""),
    ("XLSForm__pyxform__widgets.xls", 43, ""),
    ("XLSForm__pyxform__xl_date_ambiguous_v1.xlsx", 9, ""),
    ("XLSForm__pyxform__xlsform_spec_test.xlsx", 57, "settings!C2 XF022"),
    ("getodk__web-forms__all-question-types-v2024091201-3.xlsx", 99, "A83 XF067"),
    ("getodk__web-forms__socio-economic-survey-v20240515.xlsx", 25, ""),
    ("impact-initiatives-hppu__humind.data__REACH_2024_MSNA-kobo-tool_draft_v11.xlsx", 301, ""),
    ("opengisch__xlsform2qgis__service_rating.xlsx", 0, "A35 XF031"),
    (
        "unhcr-americas__XlsFormUtil__demo.xlsx",
        0,
        "choices!B7 XF059, choices!B8 XF059, choices!B9 XF059, choices!B13 XF059, settings!I1 XF014",
    ),
];

#[test]
fn published_forms_are_read() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../tests/data/forms/workbooks");
    let files = std::fs::read_dir(&folder).unwrap().count();
    assert_eq!(files, WORKBOOKS.len());
    for (name, nodes, expected) in WORKBOOKS {
        let bytes = std::fs::read(folder.join(name)).unwrap();
        let options = CompileOptions { name: (*name).to_owned(), reference: true };
        let outcome = compile(&bytes, &NoMedia, &options);
        let (found, findings) = match &outcome {
            Ok((form, findings)) => (form.nodes.len(), findings),
            Err(findings) => (0, findings),
        };
        let grave: Vec<_> = findings.iter().filter(|f| f.severity != Severity::Warning).cloned().collect();
        assert_eq!((found, told(&grave).join(", ").as_str()), (*nodes, *expected), "{name}");
        if let Ok((form, _)) = outcome {
            assert_eq!(form.readers.len(), form.nodes.len());
            let places: BTreeMap<_, _> = form.order.iter().enumerate().map(|(n, task)| (*task, n)).collect();
            assert_eq!(places.len(), form.order.len(), "{name}: a rule stands twice");
        }
    }
    // Without the reference's leniency, what does not exist here refuses the form, and so does a missing file.
    let refused = |name: &str| {
        let bytes = std::fs::read(folder.join(name)).unwrap();
        told(&compile(&bytes, &NoMedia, &CompileOptions::default()).unwrap_err())
    };
    assert_eq!(refused("XLSForm__pyxform__pull_data.xlsx")[0], "D2 XF064");
    assert!(refused("XLSForm__pyxform__attribute_columns_test.xlsx").contains(&"settings!C2 XF022".to_owned()));
}
