import { Button, Drawer } from 'antd';
import { type ReactNode, useState } from 'react';

interface DrawerButtonProps {
  label: string;
  title: string;
  children: ReactNode;
}

/** A button that opens what is looked at beside the page; it is read anew each time. */
export function DrawerButton({ label, title, children }: DrawerButtonProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{label}</Button>
      <Drawer title={title} open={isOpen} onClose={() => setOpen(false)} size={640} destroyOnHidden>
        {children}
      </Drawer>
    </>
  );
}
