import { html } from 'lit';
import type { TemplateResult } from 'lit';
import type { TestPhone } from '../../test/support/test-phone.js';

/** Every element of one phone, each in a box of its own. The toast stands where it always does: above the page. */
export function showBench({ controller }: TestPhone): TemplateResult {
  return html`<div class="bench">
    <figure class="tall">
      <figcaption>&lt;twilio-phone&gt;</figcaption>
      <twilio-phone dock="none" .controller=${controller}></twilio-phone>
    </figure>
    <figure>
      <figcaption>&lt;phone-status&gt;</figcaption>
      <phone-status .controller=${controller}></phone-status>
    </figure>
    <figure>
      <figcaption>&lt;call-controls&gt;</figcaption>
      <call-controls .controller=${controller}></call-controls>
    </figure>
    <figure>
      <figcaption>&lt;call-quality&gt;</figcaption>
      <call-quality .controller=${controller}></call-quality>
    </figure>
    <figure>
      <figcaption>&lt;phone-trouble&gt;</figcaption>
      <phone-trouble .controller=${controller}></phone-trouble>
    </figure>
    <figure>
      <figcaption>&lt;call-keypad&gt;</figcaption>
      <call-keypad .controller=${controller}></call-keypad>
    </figure>
    <figure>
      <figcaption>&lt;phone-dialer&gt;</figcaption>
      <phone-dialer default-country="US" .controller=${controller}></phone-dialer>
    </figure>
    <figure>
      <figcaption>&lt;call-feedback&gt;</figcaption>
      <call-feedback .controller=${controller}></call-feedback>
    </figure>
    <figure>
      <figcaption>&lt;phone-panels&gt;</figcaption>
      <phone-panels .controller=${controller}></phone-panels>
    </figure>
    <figure>
      <figcaption>&lt;call-history&gt;</figcaption>
      <call-history default-country="US" .controller=${controller}></call-history>
    </figure>
    <figure>
      <figcaption>&lt;phone-settings&gt;, with &lt;phone-diagnostics&gt;</figcaption>
      <phone-settings .controller=${controller}></phone-settings>
    </figure>
    <figure>
      <figcaption>&lt;incoming-call-toast&gt;, above the page</figcaption>
      <incoming-call-toast .controller=${controller}></incoming-call-toast>
    </figure>
  </div>`;
}
