/** Links to the same page in another language lead to the same place on it, with the same replies. @param {Document} page */
export function keepPlace(page) {
  for (const link of page.querySelectorAll("header a[hreflang]")) {
    link.addEventListener("click", () => {
      link.hash = location.hash;
    });
  }
}
