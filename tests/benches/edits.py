#!/usr/bin/env python3
"""Workload: N field edits by 5 devices, as JSON lines.  edits.py OUT.jsonl [--edits 20000] [--seed 1] [--reedit 0.1]

A save is one row with its 20 fields by one device. Phase 1: each device makes its own rows offline (90 % of the edits); everybody
syncs; phase 2: rows are edited again, two thirds by one device, one third by two devices that do not know of each other.
Line: {i, save, phase, device, seq, kind, row, field, value, at, base}; `base` = the `i` of the live edits of that cell which the
author saw. OUT.jsonl.meta.json: counts, the rows edited concurrently, and the digest of all other cells
(sha256 over sorted lines "row TAB field TAB json"), so that each competitor can show that it really has the state.
"""
import argparse, hashlib, json, random, uuid

COOPERATIVES = ["Coopérative Tamounte", "Coopérative Afoulki", "Coopérative Tighanimine", "Coopérative Azour", "Coopérative Imouzzer miel",
    "تعاونية أركان سوس", "تعاونية الزعفران", "تعاونية النسيج تافراوت", "تعاونية العسل", "تعاونية تيويزي"]
PLACES = ["Agadir Ida-Outanane", "Inezgane-Aït Melloul", "Chtouka-Aït Baha", "Taroudannt", "Tiznit", "Tata", "أكادير", "تارودانت", "تيزنيت", "طاطا"]
NOTES = ["Tenue de la comptabilité à revoir avec la trésorière", "Assemblée générale tenue, procès-verbal signé", "Stock d'huile insuffisant avant la saison",
    "تحسين التغليف قبل المعرض الجهوي", "اجتماع المكتب كل شهر", "Étiquette conforme, prix à afficher", "في انتظار رخصة السلامة الصحية", ""]
FIELDS = ["name_fr", "name_ar", "acronym", "court", "local_register_number", "ice", "tax_id", "registration_date", "founding_assembly_date", "sector",
    "branch", "commune_code", "douar", "seat_address", "members_women", "members_men", "capital_subscribed", "capital_paid", "phone", "email"]  # fields of the kind cooperative
SECTORS = ["argan", "saffron", "honey", "dates", "weaving_carpets", "dairy_milk", "aromatic_medicinal_plants", "fishing_artisanal"]

def value(r, field):
    if field == "name_fr": return f"{r.choice(COOPERATIVES[:5])} {r.randint(1, 999)}"
    if field == "name_ar": return f"{r.choice(COOPERATIVES[5:])} {r.randint(1, 999)}"
    if field in ("registration_date", "founding_assembly_date"): return f"20{r.randint(15, 25)}-{r.randint(1, 12):02}-{r.randint(1, 28):02}"
    if field in ("members_women", "members_men"): return r.randint(0, 120)
    if field == "phone": return f"06{r.randint(0, 99999999):08}"
    if field == "email": return f"contact{r.randint(1, 9999)}@example.org"
    if field == "ice": return f"{r.randint(0, 10**15 - 1):015}"
    if field == "tax_id": return str(r.randint(10**6, 10**8))
    if field == "local_register_number": return f"{r.randint(1000, 9999)}/{r.randint(15, 26)}"
    if field in ("capital_subscribed", "capital_paid"): return r.randint(100_000, 90_000_000)
    if field == "sector": return r.choice(SECTORS)
    if field == "commune_code": return f"09.{r.choice(['001', '163', '273', '541', '551', '581'])}.{r.randint(1, 9):02}.{r.randint(1, 40):02}"
    if field == "court": return r.choice(["Agadir", "Inezgane", "Taroudannt", "Tiznit", "تارودانت"])
    if field == "seat_address": return r.choice(NOTES)
    if field == "acronym": return "COOP" + str(r.randint(1, 999))
    return r.choice(PLACES)

def main():
    p = argparse.ArgumentParser()
    p.add_argument("out"); p.add_argument("--edits", type=int, default=20000); p.add_argument("--seed", type=int, default=1)
    p.add_argument("--reedit", type=float, default=0.1); p.add_argument("--devices", type=int, default=5)
    a = p.parse_args()
    r = random.Random(a.seed)
    devices = [f"device-{k}" for k in range(1, a.devices + 1)]
    saves = a.edits // 20
    again = int(saves * a.reedit)
    at = 1_780_000_000_000
    live, final, seqs, i, s = {}, {}, dict.fromkeys(devices, 0), 0, 0
    lines, concurrent = [], set()

    def save(phase, device, row, base):
        nonlocal i, s, at
        mine = {}
        at += r.randint(1000, 90000)
        for f in FIELDS:
            v = value(r, f)
            seqs[device] += 1
            lines.append(json.dumps({"i": i, "save": s, "phase": phase, "device": device, "seq": seqs[device], "kind": "cooperative", "row": row,
                "field": f, "value": v, "at": at, "base": base.get(f, [])}, ensure_ascii=False, separators=(",", ":")))
            mine[f] = [i]
            final[row, f] = v
            i += 1
        s += 1
        return mine

    ids = [str(uuid.UUID(int=((1_780_000_000_000 + k * 977) << 80) | (7 << 76) | (r.getrandbits(12) << 64) | (2 << 62) | r.getrandbits(62))) for k in range(saves - again)]
    for row in ids:
        live[row] = save(1, r.choice(devices), row, {})
    left = again
    for row in r.sample(ids, again):
        if left == 0: break
        two = left > 1 and r.random() < 1 / 3
        for d in r.sample(devices, 2 if two else 1):
            save(2, d, row, live[row]); left -= 1
        if two: concurrent.add(row)
    h = hashlib.sha256()
    for row, f in sorted(final):
        if row not in concurrent:
            h.update(f"{row}\t{f}\t{json.dumps(final[row, f], ensure_ascii=False)}\n".encode())
    with open(a.out, "w", encoding="utf-8") as o: o.write("\n".join(lines) + "\n")
    with open(a.out + ".meta.json", "w") as o:
        json.dump({"edits": i, "rows": len(ids), "cells": len(final), "concurrent_rows": sorted(concurrent), "digest": h.hexdigest(), "fields": FIELDS}, o)

main()
