//! The WebDriver protocol as far as the journeys need it: JSON over HTTP to a process on this machine.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value as Json, json};

/// For the driver to listen, and for a command to answer; a window that is slower than that hangs.
const START: Duration = Duration::from_secs(20);
const ANSWER: Duration = Duration::from_secs(90);

/// A driver's process with one session.
pub struct Driver {
    process: Child,
    port: u16,
    session: String,
}

impl Driver {
    /// Starts the driver with these variables, and a session on the program.
    pub fn start(program: &Path, args: &[String], variables: &[(String, String)], log: &Path) -> Result<Self, String> {
        // A port that was free a moment ago.
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).and_then(|l| l.local_addr()).unwrap().port();
        let said = std::fs::File::create(log).unwrap();
        let mut command = Command::new("WebKitWebDriver");
        command.arg(format!("--port={port}")).stdin(Stdio::null());
        command.stdout(said.try_clone().unwrap()).stderr(said);
        // A group of its own: the window and its helpers are the driver's children and end with it.
        command.envs(variables.iter().cloned()).process_group(0);
        let process = command.spawn().map_err(|e| format!("WebKitWebDriver (package webkit2gtk-driver): {e}"))?;
        let mut driver = Self { process, port, session: String::new() };
        let start = Instant::now();
        while driver.exchange("GET", "/status", None).is_err() {
            if start.elapsed() > START {
                return Err(format!("WebKitWebDriver does not listen on port {port} after {START:?}"));
            }
            std::thread::yield_now();
        }
        let options = json!({"binary": program, "args": args});
        let timeouts = json!({"script": ANSWER.as_millis() as u64});
        let wanted =
            json!({"capabilities": {"alwaysMatch": {"webkitgtk:browserOptions": options, "timeouts": timeouts}}});
        let begun = driver.exchange("POST", "/session", Some(&wanted))?;
        driver.session = begun["sessionId"].as_str().ok_or_else(|| format!("no session: {begun}"))?.to_owned();
        Ok(driver)
    }

    /// The group of the driver, the window and its helpers.
    pub fn group(&self) -> u32 {
        self.process.id()
    }

    /// One command of the session.
    pub fn post(&self, command: &str, body: &Json) -> Result<Json, String> {
        self.exchange("POST", &format!("/session/{}/{command}", self.session), Some(body))
    }

    /// What a script returns: a value, or the promise of one.
    pub fn run(&self, script: &str, args: &[Json]) -> Result<Json, String> {
        // A promise that is refused must not wait for the time-out.
        let whole = format!(
            "const done = arguments[arguments.length - 1]; const given = [...arguments].slice(0, -1);
             (async (...given) => {{ {script} }})(...given).then((is) => done({{ is }}), (e) => done({{ broken: String(e), at: e?.stack }}));"
        );
        let done = self.post("execute/async", &json!({"script": whole, "args": args}))?;
        match done.get("broken") {
            Some(broken) => Err(format!("{broken} {}", done["at"])),
            None => Ok(done.get("is").cloned().unwrap_or(Json::Null)),
        }
    }

    fn exchange(&self, method: &str, path: &str, body: Option<&Json>) -> Result<Json, String> {
        let told = |e: std::io::Error| format!("{method} {path}: {e}");
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).map_err(told)?;
        stream.set_read_timeout(Some(ANSWER + START)).map_err(told)?;
        let body = body.map(ToString::to_string).unwrap_or_default();
        let head = format!(
            "{method} {path} HTTP/1.1\r\nHost: localhost:{}\r\nContent-Type: application/json; charset=utf-8\r\n\
             Content-Length: {}\r\nConnection: close\r\n\r\n",
            self.port,
            body.len()
        );
        stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(body.as_bytes())).map_err(told)?;
        let answer = read_answer(&mut BufReader::new(stream)).map_err(told)?;
        let answer: Json = serde_json::from_str(&answer).map_err(|e| format!("{method} {path}: {e}: {answer}"))?;
        match answer["value"].get("error") {
            Some(Json::String(error)) => Err(format!("{method} {path}: {error}: {}", answer["value"]["message"])),
            _ => Ok(answer["value"].clone()),
        }
    }
}

/// The body of an answer: as long as its head says.
fn read_answer(stream: &mut impl BufRead) -> std::io::Result<String> {
    let (mut line, mut length) = (String::new(), None);
    loop {
        line.clear();
        if stream.read_line(&mut line)? == 0 || line == "\r\n" {
            break;
        }
        if let Some(("content-length", value)) = line.to_ascii_lowercase().split_once(':').map(|(n, v)| (n, v.trim())) {
            length = value.parse::<u64>().ok();
        }
    }
    let mut body = String::new();
    stream.take(length.unwrap_or(u64::MAX)).read_to_string(&mut body)?;
    Ok(body)
}

impl Drop for Driver {
    fn drop(&mut self) {
        kill(&format!("-{}", self.process.id()));
        let _ = self.process.wait();
    }
}

/// Ends a process, or with a minus a group, at once. Nobody is asked and nothing is put in order.
pub fn kill(target: &str) {
    let _ = Command::new("kill").args(["-9", "--", target]).stderr(Stdio::null()).status();
}
