"use strict";
{
  const all = (what, where = document) => [...where.querySelectorAll(what)];
  const one = (id) => document.getElementById(id);
  const marks = all(".mark");
  const links = new Map(all("nav a").map((link) => [link.hash.slice(1), link]));
  const filters = all(".filters button");
  const said = one("said");
  let current = null;

  const isShown = (mark) => !mark.classList.contains("off");

  const openTo = (element) => {
    for (let up = element.parentElement; up; up = up.parentElement) {
      if (up.tagName === "DETAILS") up.open = true;
    }
  };

  const goTo = (mark) => {
    current?.classList.remove("here");
    links.get(current?.id)?.removeAttribute("aria-current");
    current = mark;
    openTo(mark);
    mark.classList.add("here");
    const link = links.get(mark.id);
    link?.setAttribute("aria-current", "true");
    link?.scrollIntoView({ block: "nearest" });
    mark.focus({ preventScroll: true });
    mark.scrollIntoView({ block: "center" });
    const shown = marks.filter(isShown);
    said.textContent = `problem ${shown.indexOf(mark) + 1} of ${shown.length}`;
  };

  const step = (by) => {
    const shown = marks.filter(isShown);
    if (!shown.length) return;
    const at = shown.indexOf(current);
    goTo(shown[at < 0 ? (by > 0 ? 0 : shown.length - 1) : (at + by + shown.length) % shown.length]);
  };

  const filter = (kind) => {
    for (const button of filters) button.setAttribute("aria-pressed", String(button.dataset.kind === kind));
    for (const item of all(".tree li")) item.classList.toggle("off", kind !== "");
    for (const mark of marks) {
      const matches = kind === "" || mark.dataset.kind === kind;
      mark.classList.toggle("off", !matches);
      links.get(mark.id)?.parentElement.classList.toggle("off", !matches);
      if (!matches || kind === "") continue;
      openTo(mark);
      for (let up = mark.parentElement; up; up = up.parentElement) up.classList.remove("off");
    }
    const shown = marks.filter(isShown).length;
    said.textContent = kind === "" ? "" : `${shown} of ${marks.length} problems: ${kind}`;
  };

  const only = () => {
    const pressed = document.body.classList.toggle("only");
    one("only").setAttribute("aria-pressed", String(pressed));
  };

  const help = () => {
    one("keys").hidden = !one("keys").hidden;
    one("help").setAttribute("aria-expanded", String(!one("keys").hidden));
  };

  const setAll = (open) => {
    for (const details of all(".tree details")) details.open = open;
  };

  const rows = () => all(".tree .row").filter((row) => row.checkVisibility());

  const move = (by) => {
    const shown = rows();
    const here = document.activeElement.closest("li")?.querySelector(".row");
    const at = shown.indexOf(here);
    shown[at < 0 ? 0 : Math.min(Math.max(at + by, 0), shown.length - 1)]?.focus();
  };

  const fold = (open) => {
    const item = document.activeElement.closest(".tree li");
    const details = item?.querySelector(":scope > details");
    if (details && details.open !== open) details.open = open;
    else if (open) move(1);
    else item?.parentElement.closest("li")?.querySelector(".row")?.focus();
  };

  const nextFilter = () => {
    const at = filters.findIndex((button) => button.getAttribute("aria-pressed") === "true");
    if (filters.length) filter(filters[(at + 1) % filters.length].dataset.kind);
  };

  const keys = new Map([
    ["n", () => step(1)], ["j", () => step(1)], ["p", () => step(-1)], ["k", () => step(-1)],
    ["ArrowDown", () => move(1)], ["ArrowUp", () => move(-1)],
    ["ArrowRight", () => fold(true)], ["ArrowLeft", () => fold(false)],
    ["f", nextFilter], ["o", only], ["?", help],
  ]);

  document.addEventListener("keydown", (event) => {
    const act = keys.get(event.key);
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act();
  });
  for (const button of filters) button.addEventListener("click", () => filter(button.dataset.kind));
  for (const [id, link] of links) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      goTo(one(id));
    });
  }
  one("only").addEventListener("click", only);
  one("help").addEventListener("click", help);
  one("open").addEventListener("click", () => setAll(true));
  one("close").addEventListener("click", () => setAll(false));
}
