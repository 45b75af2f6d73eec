document.documentElement.dataset.ready = "library";
