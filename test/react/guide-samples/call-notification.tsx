// The integration guide's sample: only its import line is another one, and the last line hands it out.
import { useIncomingCall } from 'twilio-phone/react'

function CallNotification() {
  const { incomingCall, hasIncomingCall, answerCall, rejectCall } = useIncomingCall()

  if (!hasIncomingCall) return null

  return (
    <div className="incoming-call-popup">
      <h3>Incoming Call from {incomingCall?.from}</h3>
      <button onClick={answerCall}>Answer</button>
      <button onClick={rejectCall}>Reject</button>
    </div>
  )
}

export { CallNotification }
