// What an app would do with the player's events: here they are listed.
const told = document.getElementById("told");
for (const type of ["guide-ready", "guide-reply", "guide-answer", "guide-error"]) {
  addEventListener(type, ({ detail }) => {
    const line = document.createElement("p");
    line.textContent = `${type} ${JSON.stringify(detail)}`;
    told.append(line);
  });
}
