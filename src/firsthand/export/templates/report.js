"use strict";
// The page reads without this: it only lights up the words of an attribution or event that is pointed at, focused or
// clicked.
(() => {
  const items = [...document.querySelectorAll("#attributions li, #events li")];
  const marked = [...document.querySelectorAll(".text [data-of]"), ...items];
  const numbers = (element) => element.dataset.of.trim().split(/\s+/);
  let kept = null;
  let clicked = null;

  const light = (wanted) => {
    for (const element of marked) {
      element.classList.toggle("on", wanted.some((number) => numbers(element).includes(number)));
    }
  };
  // A click may scroll another attribution under a pointer that rests: nobody points at that one.
  const moved = (event) => clicked?.clientX !== event.clientX || clicked?.clientY !== event.clientY;
  const rest = () => light(kept ? [kept] : []);
  const keep = (number, { toggle }) => {
    kept = toggle && kept === number ? null : number;
    for (const element of items) {
      element.setAttribute("aria-current", String(element.dataset.of === kept));
    }
    rest();
    if (kept) {
      const first = marked.find((element) => element.matches(".text .m") && numbers(element).includes(kept));
      first?.scrollIntoView({ block: "nearest" });
    }
  };

  for (const element of items) {
    const number = element.dataset.of;
    element.addEventListener("mouseenter", (event) => moved(event) && light([number]));
    element.addEventListener("mouseleave", rest);
    element.addEventListener("focus", () => light([number]));
    element.addEventListener("blur", rest);
    element.addEventListener("click", (event) => {
      if (event.target.closest("a, summary, details")) return;
      clicked = event;
      keep(number, { toggle: true });
    });
    element.addEventListener("keydown", (event) => {
      if (event.target === element && (event.key === "Enter" || event.key === " ")) {
        event.preventDefault();
        keep(number, { toggle: true });
      }
    });
  }
  document.body.addEventListener("click", (event) => {
    const reference = event.target.closest("a[data-of]");
    if (reference) keep(reference.dataset.of, { toggle: false });
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && kept) keep(kept, { toggle: true });
  });
})();
