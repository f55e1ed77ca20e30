// What the page has beside plain forms: it counts down, tells of new approvals without moving anything under the pointer,
// and marks what was not saved yet. Texts are only ever set as text.
'use strict';

(() => {
  const second = 1000;
  const pollTime = 4 * second;
  const skew = Number(document.body.dataset.now) - Date.now();
  const cards = [...document.querySelectorAll('.approval')];
  const news = document.getElementById('news');

  const end = (card, text) => {
    card.classList.add('gone');
    card.querySelector('.left').textContent = text;
    for (const button of card.querySelectorAll('button')) {
      button.disabled = true;
    }
  };

  const countDown = () => {
    for (const card of cards.filter((card) => !card.classList.contains('gone'))) {
      const left = card.querySelector('.left');
      const rest = Math.ceil((Number(left.dataset.ends) - Date.now() - skew) / second);
      if (rest <= 0) {
        end(card, 'Its time is over. The agent can ask again.');
      } else {
        const until = left.textContent.slice(left.textContent.indexOf(', until'));
        left.textContent = `${Math.floor(rest / 60)}:${String(rest % 60).padStart(2, '0')} left${until}`;
      }
    }
  };

  const tell = (text, link) => {
    const address = document.createElement('a');
    address.href = './';
    address.textContent = link;
    news.replaceChildren(document.createTextNode(`${text} `), address);
    news.hidden = false;
  };

  const known = new Set(cards.map((card) => card.dataset.id));

  const poll = async () => {
    if (document.hidden) {
      return;
    }

    try {
      const response = await fetch('waiting', { cache: 'no-store' });
      if (response.status === 401) {
        tell('You are signed out.', 'Sign in');
      } else if (response.ok) {
        const waiting = (await response.text()).split('\n').filter((id) => id);
        show(waiting);
      }
    } catch {
      tell('The server does not answer.', 'Try again');
    }
  };

  const show = (waiting) => {
    for (const card of cards.filter((card) => !waiting.includes(card.dataset.id) && !card.classList.contains('gone'))) {
      end(card, 'It was decided elsewhere, or its time is over.');
    }

    const more = waiting.filter((id) => !known.has(id)).length;
    document.getElementById('count').textContent = String(waiting.length);
    document.title = document.title.replace(/^(\(\d+\) )?/, waiting.length > 0 ? `(${waiting.length}) ` : '');
    if (more > 0) {
      tell(more === 1 ? 'Another call waits for you.' : `${more} more calls wait for you.`, 'Show');
    } else {
      news.hidden = true;
    }
  };

  for (const form of document.querySelectorAll('.agents form')) {
    const button = form.querySelector('button');
    for (const radio of [...form.elements].filter((element) => element.type === 'radio')) {
      radio.addEventListener('change', () => {
        const differs = [...form.elements].some((one) => one.type === 'radio' && one.checked !== one.defaultChecked);
        button.classList.toggle('changed', differs);
      });
    }
  }

  document.getElementById('notice')?.focus({ preventScroll: true });
  if (news) {
    countDown();
    setInterval(countDown, second);
    setInterval(poll, pollTime);
  }
})();
