//! From a laptop with nothing on it to the demonstration, which may be stopped while it is made and asked for again; then every
//! screen of a coach.

use std::sync::Arc;

use crate::laptop::Laptop;
use crate::screens::of_a_coach;
use crate::sweep;
use crate::window::Window;

/// Making two years of 33 cooperatives, unoptimised, while other tests run.
const MADE_MS: u32 = 240_000;

#[test]
fn an_empty_laptop_comes_to_the_demonstration() {
    let laptop = Arc::new(Laptop::empty());
    let window = Window::open("demonstration", &laptop, "fr");
    window.see("button", &window.say("opening-demo-try"));
    sweep::all(&window, "0-first-run");
    window.press("button", "opening-demo-try");
    window.see("button", &window.say("opening-demo-coach"));
    sweep::all(&window, "0-demonstration");
    window.press("button", "opening-demo-coach");
    window.press("button", "opening-demo-stop");
    // Nothing was made, and it may be asked for again.
    window.see("button", &window.say("opening-demo-coach"));
    window.picture("0-demonstration-stopped", "fr");
    window.press("button", "opening-demo-coach");
    window.picture("0-demonstration-making", "fr");
    let day = [window.say("today-new-visit").into()];
    window.wait_long("the day", "find('button', given[0])", &day, MADE_MS);
    window.read(&window.say("frame-demonstration"));
    of_a_coach(&window);
}
