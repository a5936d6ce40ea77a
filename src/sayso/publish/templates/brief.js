(function () {
  "use strict";
  // Opens whatever hides the place that a link leads to.
  function reveal() {
    var target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (var box = target; box; box = box.parentElement) {
      if (box.tagName === "DETAILS") { box.open = true; }
    }
    if (target) { target.scrollIntoView(); }
  }
  addEventListener("hashchange", reveal);
  if (location.hash) { reveal(); }
  addEventListener("beforeprint", function () {
    document.querySelectorAll("details").forEach(function (box) { box.open = true; });
  });

  var form = document.getElementById("filter");
  var field = document.getElementById("filter-words");
  var count = document.getElementById("filter-count");
  var lines = Array.prototype.slice.call(document.querySelectorAll(".claims:not(.parts) > .claim"));
  var wait;
  function filter() {
    var wanted = field.value.trim().toLowerCase();
    var shown = 0;
    lines.forEach(function (line) {
      var fits = !wanted || line.textContent.toLowerCase().indexOf(wanted) >= 0;
      line.hidden = !fits;
      if (fits) { shown += 1; }
    });
    document.querySelectorAll(".origin, .speaker, .incident, main > section[id^=k-]").forEach(function (box) {
      box.hidden = Boolean(wanted) && !box.querySelector(".claim:not([hidden])");
    });
    count.textContent = wanted ? shown + " of " + lines.length + (lines.length === 1 ? " line" : " lines") : "";
  }
  form.hidden = false;
  form.addEventListener("submit", function (event) { event.preventDefault(); filter(); });
  field.addEventListener("input", function () { clearTimeout(wait); wait = setTimeout(filter, 150); });
})();
