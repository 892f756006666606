export function open(place) { place.textContent = "settings"; }
