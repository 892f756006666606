export function open(place) { place.textContent = "search"; }
