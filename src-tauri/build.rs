//! Settings, capabilities and icons of the window, checked while building.

fn main() {
    tauri_build::build();
}
