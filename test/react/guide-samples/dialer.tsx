// The integration guide's sample: only its import line is another one, and the last line hands it out.
import { useState } from 'react'
import { useTwilio } from 'twilio-phone/react'

function Dialer() {
  const { makeCall } = useTwilio()
  const [phoneNumber, setPhoneNumber] = useState('')

  const handleCall = async () => {
    try {
      await makeCall(phoneNumber)
    } catch (error) {
      console.error('Call failed:', error)
    }
  }

  return (
    <div>
      <input 
        value={phoneNumber}
        onChange={(e) => setPhoneNumber(e.target.value)}
        placeholder="Enter phone number"
      />
      <button onClick={handleCall}>Call</button>
    </div>
  )
}

export { Dialer }
