// The integration guide's sample: only its import line is another one, and the last line hands it out.
import { useCallControls } from 'twilio-phone/react'

function CallControls() {
  const { 
    currentCallState, 
    hasActiveCall, 
    toggleMute, 
    toggleHold, 
    endCall 
  } = useCallControls()

  if (!hasActiveCall) return null

  return (
    <div className="call-controls">
      <button onClick={toggleMute}>
        {currentCallState?.isMuted ? 'Unmute' : 'Mute'}
      </button>
      <button onClick={toggleHold}>
        {currentCallState?.isOnHold ? 'Resume' : 'Hold'}
      </button>
      <button onClick={endCall}>End Call</button>
    </div>
  )
}

export { CallControls }
