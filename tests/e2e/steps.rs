//! What people do in the window, step by step; each waits until the window shows that it is done.

use serde_json::{Value as Json, json};
use terrain_demo::PASSPHRASE;

use crate::keys::{DOWN, ENTER, ESCAPE, HOME};
use crate::window::Window;
use crate::words::say;

/// More than the diagnostic has.
const QUESTIONS_MAX: u32 = 120;

/// The question in focus: its number, label, how it is answered, and whether the keyboard is there.
const FOCUS: &str = "(() => {
  const card = document.querySelector('article');
  const label = card?.querySelector('h2 [id$=-label]');
  if (!label) return null;
  const has = (selector) => Boolean(card.querySelector(selector));
  const kind = has('[role=radiogroup]') ? 'one' : has('[role=checkbox]') ? 'many' : has('textarea') ? 'text'
    : has('.control input[inputmode=decimal]') ? 'number' : has('.control input') ? 'date' : 'other';
  const answer = card.querySelector('[role=radio][aria-checked=true] .label')?.textContent ?? card.querySelector('.control :is(input, textarea)')?.value ?? '';
  const comment = card.querySelector('[data-line=comment]')?.value ?? '';
  const here = card.contains(document.activeElement);
  const choices = card.querySelectorAll('[role=radio], [role=checkbox]').length;
  return { choices, number: Number(plain(card.querySelector('.number')?.textContent)), label: plain(label.textContent), kind, answer: plain(answer), comment, here };
})()";

/// The question in focus.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Focus {
    pub number: u64,
    pub choices: u64,
    pub label: String,
    pub kind: String,
    pub answer: String,
    pub comment: String,
}

impl Focus {
    fn of(seen: &Json) -> Self {
        let text = |field: &str| seen[field].as_str().unwrap_or_default().to_owned();
        Self {
            number: seen["number"].as_u64().unwrap_or_default(),
            choices: seen["choices"].as_u64().unwrap_or_default(),
            label: text("label"),
            kind: text("kind"),
            answer: text("answer"),
            comment: text("comment"),
        }
    }
}

impl Window {
    /// What this message says in the window's language.
    pub fn say(&self, id: &str) -> String {
        say(self.language, id)
    }

    /// Gives the passphrase.
    pub fn unlock(&self, passphrase: &str) {
        self.fill(&self.say("opening-passphrase"), &format!("{passphrase}{ENTER}"));
    }

    /// Unlocks, wherever that leads.
    pub fn enter(&self) {
        self.unlock(PASSPHRASE);
        self.wait("the frame of the screens", "find('nav', '')", &[]);
    }

    /// The question that has the focus once a condition holds for it (`q` is the question).
    pub fn focus_when(&self, what: &str, condition: &str, args: &[Json]) -> Focus {
        let look = format!("((q) => q && q.here && ({condition}) ? q : null)({FOCUS})");
        Focus::of(&self.wait(what, &look, args))
    }

    /// The question that has the focus.
    pub fn focus(&self) -> Focus {
        self.focus_when("a question in focus", "true", &[])
    }

    /// Waits until the last answer is on the disk: it may open a question just after it, to which the focus then goes.
    pub fn saved(&self) {
        let saving = [json!(self.say("filling-saving"))];
        self.wait(
            "what was answered saved",
            "!plain(find('[role=status]', '')?.innerText).includes(given[0])",
            &saving,
        );
    }

    /// Clicks on the question's name: whoever was in the bar, at the languages, is among the questions again.
    pub fn back_to_card(&self) {
        self.click("article h2", "");
        self.focus();
    }

    /// Answers the question in focus by the keyboard, as its control wants it, and goes to the next: the first, second or
    /// third of the choices, or the last where there are fewer.
    pub fn answer(&self, digit: u64) -> Focus {
        self.saved();
        let before = self.type_answer(digit);
        // A choice of one and a line go on by themselves.
        if matches!(before.kind.as_str(), "many" | "text" | "other") {
            self.keys(DOWN);
        }
        self.focus_when("the next question", "q.label !== given[0]", &[json!(before.label)]);
        before
    }

    /// Answers the question in focus by the keyboard; a choice of one and a line go on by themselves, where there is a next.
    pub fn type_answer(&self, digit: u64) -> Focus {
        let before = self.focus();
        match before.kind.as_str() {
            "one" | "many" => self.keys(&digit.min(before.choices).to_string()),
            "date" => self.keys(&format!("12/11/2026{ENTER}")),
            "text" => self.keys(&format!("Réponse {digit}")),
            // As many women as people, as many young ones as members: sums that the form holds against each other.
            _ => self.keys(&format!("2{ENTER}")),
        }
        before
    }

    /// Walks from the first question to the one of this label, as the arrows go.
    pub fn walk_to(&self, label: &str) -> Focus {
        self.keys(ESCAPE);
        self.wait("the card in focus", "document.activeElement?.localName === 'article'", &[]);
        self.keys(HOME);
        let mut at = self.focus();
        for _ in 0..QUESTIONS_MAX {
            if at.label == label {
                return at;
            }
            self.keys(DOWN);
            at = self.focus_when("the next question", "q.label !== given[0]", &[json!(at.label)]);
        }
        self.fail(&format!("no question “{label}”"))
    }

    /// Synchronises, by the mouse, from wherever the person is, until it says that it is done.
    pub fn sync(&self) {
        self.press("button", "frame-exchange");
        self.press("button", "exchange-start");
        self.read(&self.say("exchange-left-delivered"));
    }
}
