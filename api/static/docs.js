"use strict";
const place = document.getElementById("docs");
SwaggerUIBundle({
  url: place.dataset.spec,
  domNode: place,
  presets: [SwaggerUIBundle.presets.apis],
  deepLinking: true,
  // the default validator is a foreign host
  validatorUrl: null,
});
