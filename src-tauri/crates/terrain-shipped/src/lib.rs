//! The forms that come with the product: XLSForm workbooks, made from `text/` by `make gen` and committed, so that any
//! spreadsheet program opens them. This crate hands out bytes; it never reads what they mean.

/// A form that comes with the product.
#[derive(Clone, Copy, Debug)]
pub struct Shipped {
    /// Name of its text and of its file, without ending.
    pub name: &'static str,
    /// What its entries are for: an option of the field `purpose` of the kind `form`.
    pub purpose: &'static str,
    /// The workbook, .xlsx.
    pub workbook: &'static [u8],
}

/// All of them, in the order in which a cooperative meets them.
pub const SHIPPED: &[Shipped] = &[
    Shipped { name: "diagnostic", purpose: "diagnostic", workbook: include_bytes!("../workbooks/diagnostic.xlsx") },
    Shipped { name: "visit_plan", purpose: "visit_plan", workbook: include_bytes!("../workbooks/visit_plan.xlsx") },
    Shipped {
        name: "visit_report",
        purpose: "visit_report",
        workbook: include_bytes!("../workbooks/visit_report.xlsx"),
    },
    Shipped { name: "monitoring", purpose: "monitoring", workbook: include_bytes!("../workbooks/monitoring.xlsx") },
    Shipped { name: "exit", purpose: "exit", workbook: include_bytes!("../workbooks/exit.xlsx") },
];

/// A later version of the visit report, not part of the product: it shows how drafts move to a newer form.
pub const VISIT_REPORT_2: Shipped = Shipped {
    name: "visit_report-2",
    purpose: "visit_report",
    workbook: include_bytes!("../demonstration/visit_report-2.xlsx"),
};
