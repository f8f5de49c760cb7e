// Custom elements only: they upgrade by themselves after enhanced navigation, and every page works without them.

// Asks for the state of a long job and loads the page anew when it is over; without scripts the page refreshes itself.
customElements.define('job-progress', class extends HTMLElement {
  connectedCallback() { this.timer = setInterval(() => this.ask(), 1000); }
  disconnectedCallback() { clearInterval(this.timer); }
  async ask() {
    const answer = await fetch(this.getAttribute('src'), { headers: { accept: 'application/json' } });
    if (!answer.ok) return;
    const job = await answer.json();
    const text = this.querySelector('[data-text]');
    const all = job.rows ?? job.households ?? 0;
    if (text) text.textContent = `已处理 ${job.processed ?? 0} / ${all} ${this.getAttribute('unit') ?? '行'}`;
    const bar = this.querySelector('progress');
    if (bar && all) { bar.max = all; bar.value = job.processed ?? 0; }
    if (job.state !== 'checking' && job.state !== 'computing') { clearInterval(this.timer); location.reload(); }
  }
});

// Ticks all boxes of a table.
customElements.define('check-all', class extends HTMLElement {
  connectedCallback() {
    const box = this.querySelector('input');
    box?.addEventListener('change', () => {
      for (const other of this.closest('table').querySelectorAll('tbody input[type=checkbox]')) other.checked = box.checked;
    });
  }
});

// Prints the page.
customElements.define('print-button', class extends HTMLElement {
  connectedCallback() {
    this.hidden = false;
    this.addEventListener('click', () => window.print());
  }
});
