import { Component, CUSTOM_ELEMENTS_SCHEMA, signal } from '@angular/core';
import type { CallDisconnectEvent, CallIncomingEvent, TokenProvider } from 'twilio-phone';
import 'twilio-phone/define';

@Component({
  selector: 'front-desk',
  // Else Angular takes <twilio-phone> for a component of its own that is missing.
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <h1>Front desk</h1>
    <button (click)="isShown.set(!isShown())">{{ isShown() ? 'Hide' : 'Show' }} the phone</button>
    <label
      ><input type="checkbox" [checked]="isNight()" (change)="isNight.set(!isNight())" /> Night shift</label
    >
    <ol aria-label="Calls">
      @for (line of lines(); track $index) {
        <li>{{ line }}</li>
      }
    </ol>
    @if (isShown()) {
      <twilio-phone
        default-country="US"
        [tokenProvider]="provideToken"
        [attr.color-scheme]="isNight() ? 'dark' : null"
        [withoutHistory]="isNight()"
        (call-incoming)="noteCall($event)"
        (call-disconnect)="noteEnd($event)"
      />
    }
  `,
})
export class FrontDesk {
  readonly isShown = signal(true);
  readonly isNight = signal(false);
  readonly lines = signal<readonly string[]>([]);

  readonly provideToken: TokenProvider = async (signal) => {
    const answer = await fetch('/api/twilio/token', { signal });
    if (!answer.ok) throw new Error(`No token: ${answer.status}`);
    return answer.json();
  };

  noteCall({ call }: CallIncomingEvent): void {
    this.lines.update((earlier) => [...earlier, `${call.from} calls`]);
  }

  noteEnd({ call }: CallDisconnectEvent): void {
    this.lines.update((earlier) => [...earlier, `${call.from} is gone`]);
  }
}
