//! What expressions read: nodes with text, of the answers and of the lists beside them.

use std::borrow::Cow;

use crate::NodeId;

/// A document to evaluate over. Blank and absent text are the same; a node that is not relevant reads as blank.
///
/// Implemented by the session for answers, lists of choices and files; tests implement it with a few lines.
pub trait Tree {
    /// A node; its order is document order.
    type Node: Copy + Eq + Ord + std::fmt::Debug;

    /// The root of the answers: the node that `/data` means.
    fn root(&self) -> Self::Node;
    /// Its name; of a list or file, anything.
    fn name(&self, node: Self::Node) -> &str;
    /// The node around it. The parent of a repeat's instance is the group that holds the repeat.
    fn parent(&self, node: Self::Node) -> Option<Self::Node>;
    /// Appends its children in document order, all or those of this name. Instances of a repeat are children by its name.
    /// Instances kept beyond a lowered count are none.
    fn children(&self, node: Self::Node, name: Option<&str>, into: &mut Vec<Self::Node>);
    /// Text of a leaf, blank while not relevant; of a group, the texts below joined.
    fn text(&self, node: Self::Node) -> Cow<'_, str>;
    /// Appends the nodes that `${name}` means seen from `from`: within the same instance of the nearest common repeat,
    /// all instances of the repeats below that.
    fn question(&self, id: NodeId, from: Self::Node, into: &mut Vec<Self::Node>);
    /// Root of a list or file: `instance('id')`. Its shape is `root/item/column`; a blank cell of the workbook's
    /// lists is no node, so that `sum` and `count` pass over it. Nothing when there is none.
    fn instance(&self, id: &str) -> Option<Self::Node>;
    /// From 1, among the siblings of its name: `position(..)`.
    fn position(&self, node: Self::Node) -> usize;
    /// The row of `file` whose `key_column` holds `key`, first in order: its `column`. Blank when there is none.
    fn lookup(&self, file: &str, column: &str, key_column: &str, key: &str) -> String;
    /// `jr:choice-name(value, '${name}')`: label in the session's language, blank when the value is no choice.
    fn choice_name(&self, question: Self::Node, value: &str) -> String;
    /// `jr:itext('id')`: a text in the session's language, blank when there is none.
    fn itext(&self, id: &str) -> String;
    /// The last saved answer of a question (`last-saved#name`), blank when there is none.
    fn last_saved(&self, id: NodeId) -> String;

    /// Local wall clock of this evaluation: milliseconds since 1970-01-01T00:00Z and offset of the zone in minutes.
    fn now(&self) -> (i64, i32);
    /// Month and day names, `fr`, `ar`, `en`…: a code of the session's language.
    fn language(&self) -> &str;
    /// From 0 to 1, without 1. The same for the same place and session only as far as the session wants it.
    fn random(&self) -> f64;
    /// A new uuid, version 4, as text.
    fn uuid(&self) -> String;
}
